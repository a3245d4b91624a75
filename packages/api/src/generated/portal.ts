// Generated from the contract in openapi/. Do not edit: change the contract and run "pnpm generate".

export interface paths {
    "/api/2.0/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the OAuth2 clients
         * @description A page of the OAuth2 applications that the caller may see (an administrator: all of the portal; others: their own), the
         *     newest first. The secret of a client is encrypted here, of no use to a caller.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/get-clients).
         */
        get: operations["getClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/2.0/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a client
         * @description The fullest record of a client, with its secret in clear text; since DocSpace 3.7.1 it may be five minutes old.
         *
         *     The guide has the basic record here, without a secret.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/get-client).
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/2.0/clients/{id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the extended record of a client
         * @description A client without its secret, tenant, URIs and state; its creator sees it too, not only administrators.
         *
         *     The guide has the extended record here, with the secret.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/get-client-info).
         */
        get: operations["getClientInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/2.0/clients/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the extended records of several clients
         * @description A page of reduced records, the newest first. It takes no `ids` (they are ignored, as any unknown parameter is): read the
         *     pages and keep the clients that are wanted.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/get-clients-info).
         */
        get: operations["getClientsInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/2.0/clients/{id}/public/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what anyone may see of a client
         * @description What may be shown to end users, such as on a consent screen: any client of any portal, whatever its `is_public` and `enabled`
         *     say. It needs no credential; send none, because an invalid signature is refused.
         *
         *     The guide has this at `/api/2.0/clients/public/{id}/info`, a path that no portal serves.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/get-public-client-info).
         */
        get: operations["getPublicClientInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/2.0/security/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchange the API key for a signature
         * @description The identity service never reads `Authorization`: exchange the API key here for a token, and send that as the header
         *     `x-signature`. It is good for five minutes; the cookie or the Basic credential of a portal user buys one too.
         *
         *     See [the official reference](https://api.onlyoffice.com/docspace/api-backend/usage-api/generate-jwt-token).
         */
        get: operations["generateJwtToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The common envelope of /api/2.0. Only `response` is sure to be there; the rest is what DocSpace adds to it. */
        Envelope: {
            /** @description The answer itself. */
            response: unknown;
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; left out where that says nothing. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /**
             * @description 0 for a success.
             * @constant
             */
            status?: 0;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
        };
        /** @description What every record of a client has, in both dialects. Nothing here is confidential. */
        ClientSummary: {
            /**
             * Format: uuid
             * @description The client's id, a lower-case UUID.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            client_id: string;
            /** @description The name that the consent screen shows. */
            name: string;
            /** @description What the application does; null where nobody said. */
            description: string | null;
            /** @description The application's home page. The scheme may be missing. */
            website_url: string | null;
            /** @description The terms of service. The scheme may be missing. */
            terms_url: string | null;
            /** @description The privacy policy. The scheme may be missing. */
            policy_url: string | null;
            /** @description A data URL of an image of up to 256,000 bytes. */
            logo: string | null;
            /** @description How the client proves itself at the token request; `client_secret_post`, or `none` with PKCE. A set, in no order. */
            authentication_methods: string[];
            /** @description What the client may ask for, such as `files:read`, `rooms:write`, `accounts.self:read` or `openid`. A set, in no order; servers differ in the names, so the list is open. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When the client was registered. The fraction has 0 to 9 digits (microseconds in practice) and the offset is not always Z. As a cursor it goes back character for character.
             * @example 2026-05-18T09:42:17.308415Z
             */
            created_on: string;
            /**
             * Format: date-time
             * @description When the client was changed last.
             * @example 2026-06-02T11:05:40.917203Z
             */
            modified_on: string;
            /** @description Whether users of other portals may use the client. */
            is_public: boolean;
        };
        /** @description Who registered and who changed a client. */
        ClientOwnership: {
            /**
             * @description The id of the owner, that is the user who registered the client.
             * @example 3a8d10f6-2c7e-4b59-91d4-6e0fb7a25c18
             */
            created_by: string;
            /**
             * @description The id of the user who changed the client last.
             * @example b5e94c02-7f61-4d3a-8a1c-90d2c6e4f37b
             */
            modified_by: string;
        };
        /** @description Where a client gets its codes, and whether it is in use. */
        ClientSettings: {
            /** @description Where an authorization code may be sent. A set, in no order; the schemes are http, https and claude. */
            redirect_uris: string[];
            /** @description Whether the client may be used at all. */
            enabled: boolean;
        };
        /** @description What is wrong with one field of a request. */
        FieldError: {
            /** @description The name of the field. */
            field: string;
            /** @description Such as `ErrorName`, `ErrorPattern`, `ErrorWrongURL`, `EmptyFieldError` or `ErrorInvalidScope`; the list is open. */
            code: string;
            /** @description The same in words. */
            message: string;
        };
        /** @description A failure in words, after RFC 9457. */
        Problem: {
            /**
             * Format: uri-reference
             * @description An address that explains the kind of failure.
             */
            type?: string;
            /** @description The kind of failure in a few words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong this time. */
            detail?: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for. Portals leave out the `/oauth2` of their newer alias.
             */
            instance?: string;
            /** @description What is wrong with each field, where the request was refused for its values. */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description The confidential configuration of a client. */
        ClientConfidential: {
            /**
             * Format: int64
             * @description The number of the portal that the client belongs to.
             * @example 1
             */
            tenant: number;
            /** @description The origins that may call with this client from a browser. A set, in no order. */
            allowed_origins: string[];
            /** @description Where a browser may be sent after signing out. A set, in no order. */
            logout_redirect_uris: string[];
            /** @description The secret of the client. Left out, not null, where there is none. Never print or store it. */
            client_secret?: string;
        };
        /** @description Where the next page begins. Both are null on the last page, also where that page is full. */
        Cursor: {
            /** @description The limit that was asked for. */
            limit: number;
            /** @description Goes back as `last_client_id`. */
            last_client_id: string | null;
            /**
             * Format: date-time
             * @description Goes back as `last_created_on`, character for character; cutting microseconds skips clients.
             */
            last_created_on: string | null;
        };
        /** @description A slip of some portals; rely on `is_public` alone. */
        PublicTwin: {
            /** @description May stand beside `is_public`. */
            public?: boolean;
        };
        /** @description The fullest record of a client, with its secret; in clear text in a single read, encrypted in a list. */
        Client: components["schemas"]["ClientSummary"] & components["schemas"]["ClientOwnership"] & components["schemas"]["ClientSettings"] & components["schemas"]["ClientConfidential"] & components["schemas"]["PublicTwin"];
        /** @description A page of clients, the newest first. */
        ClientPage: components["schemas"]["Cursor"] & {
            /** @description The clients of this page; a portal's limit is 50. */
            data: components["schemas"]["Client"][];
        };
        /** @description No body at all. */
        Empty: string;
        /** @description A page of the web server in front, for people. */
        Html: string;
        /** @description A client without its secret, tenant, URIs and state, which `getClient` has. */
        ClientInfo: components["schemas"]["ClientSummary"] & components["schemas"]["ClientOwnership"] & components["schemas"]["PublicTwin"];
        /** @description A page of reduced records, the newest first. */
        ClientInfoPage: components["schemas"]["Cursor"] & {
            /** @description The clients of this page; a portal's limit is 50. */
            data: components["schemas"]["ClientInfo"][];
        };
        /** @description What anyone may see of a client; a portal gives the ids of its users too. */
        PublicClientInfo: components["schemas"]["ClientInfo"];
        /** @description The token, in the common envelope. */
        TokenEnvelope: components["schemas"]["Envelope"] & {
            /** @description A JWT (HS256) for the header `x-signature`, good for five minutes. */
            response: string;
        };
        /** @description The common envelope of a failure. */
        FailureEnvelope: {
            /**
             * @description 1 for a failure.
             * @constant
             */
            status: 1;
            /** @description The HTTP status. */
            statusCode: number;
            /** @description What went wrong. */
            error: {
                /** @description In words. */
                message: string;
                /** @description The server's name for it. */
                type?: string;
                /** @description Where in the server. */
                stack?: string;
                /** @description The server's number for it. */
                hresult?: number;
            };
        };
    };
    responses: {
        /** @description The request cannot be understood or a parameter is out of bounds. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something failed in the server. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such client, or none that the caller may see. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A page of clients. */
        ClientPage: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientPage"];
            };
        };
        /** @description A limit that is missing where it is needed, or out of bounds. */
        BadPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Two kinds: **no body** where the signature is missing, invalid or expired (exchange the API key anew), and a problem where the user is a guest. Portals before 3.7.1 write `{"reason": …}` as JSON instead of a problem. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": components["schemas"]["Empty"];
            };
        };
        /** @description Two limiters: of a user, 200 GET requests a minute, **without a body** (and marked as JSON on the wire); and of the server, 125 requests a second, 25 for public information, with a problem. Neither says Retry-After. */
        TooManyRequests: {
            headers: {
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset-Nanoseconds"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": components["schemas"]["Empty"];
            };
        };
        /** @description The service behind the web server is down. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Html"];
            };
        };
        /** @description The service behind the web server does not answer. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Html"];
            };
        };
        /** @description The client. */
        Client: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Client"];
            };
        };
        /** @description The reduced record. */
        ClientInfo: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientInfo"];
            };
        };
        /** @description A page of reduced records. */
        ClientInfoPage: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientInfoPage"];
            };
        };
        /** @description A signature was sent and is invalid or expired; send none. There is no body. */
        InvalidSignature: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": components["schemas"]["Empty"];
            };
        };
        /** @description The API key is missing, wrong or no longer valid. There is no body. */
        MissingKey: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The API key is restricted and has none of the scopes `*`, `*:read` and `*:write`. */
        MissingScope: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureEnvelope"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400).
         * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
         */
        id: string;
        /**
         * @description How many clients a page has.
         * @example 3
         */
        limit: number;
        /**
         * @description The cursor of the page before. Send both cursors; some portals need both, others read only the date.
         * @example f7b36c19-0a4d-4e82-8c57-6b1d9e3f0a24
         */
        last_client_id: string;
        /**
         * @description The cursor of the page before, exactly as it came; a `+` in it must be escaped. Anything but a date-time with an offset is an error.
         * @example 2026-04-12T07:31:02.664021Z
         */
        last_created_on: string;
        /**
         * @description How many clients a page has. Without it the answer is 400.
         * @example 3
         */
        "required-limit": number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many requests are left in the current minute.
         * @example 199
         */
        "X-Ratelimit-Remaining": number;
        /**
         * @description The seconds until the count begins anew.
         * @example 60
         */
        "X-Ratelimit-Reset": number;
        /**
         * @description The **nanoseconds** until the count begins anew, unlike that of a success, which is in seconds.
         * @example 41000000000
         */
        "X-Ratelimit-Reset-Nanoseconds": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getClients: {
        parameters: {
            query?: {
                /**
                 * @description How many clients a page has.
                 * @example 3
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description The cursor of the page before. Send both cursors; some portals need both, others read only the date.
                 * @example f7b36c19-0a4d-4e82-8c57-6b1d9e3f0a24
                 */
                last_client_id?: components["parameters"]["last_client_id"];
                /**
                 * @description The cursor of the page before, exactly as it came; a `+` in it must be escaped. Anything but a date-time with an offset is an error.
                 * @example 2026-04-12T07:31:02.664021Z
                 */
                last_created_on?: components["parameters"]["last_created_on"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ClientPage"];
            400: components["responses"]["BadPage"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400).
                 * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Client"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getClientInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400).
                 * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ClientInfo"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getClientsInfo: {
        parameters: {
            query: {
                /**
                 * @description How many clients a page has. Without it the answer is 400.
                 * @example 3
                 */
                limit: components["parameters"]["required-limit"];
                /**
                 * @description The cursor of the page before. Send both cursors; some portals need both, others read only the date.
                 * @example f7b36c19-0a4d-4e82-8c57-6b1d9e3f0a24
                 */
                last_client_id?: components["parameters"]["last_client_id"];
                /**
                 * @description The cursor of the page before, exactly as it came; a `+` in it must be escaped. Anything but a date-time with an offset is an error.
                 * @example 2026-04-12T07:31:02.664021Z
                 */
                last_created_on?: components["parameters"]["last_created_on"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ClientInfoPage"];
            400: components["responses"]["BadPage"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getPublicClientInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400).
                 * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public record; bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicClientInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["InvalidSignature"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    generateJwtToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenEnvelope"];
                };
            };
            401: components["responses"]["MissingKey"];
            403: components["responses"]["MissingScope"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
