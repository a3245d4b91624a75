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
         * @description Step 1: all OAuth2 applications that are registered in the portal, the newest first.
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
         * @description Step 2: the basic record of a client, with its name, redirect URIs and owner (`created_by`), and without its secret.
         *
         *     A live portal gives the fullest record here, with the secret in clear text.
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
         * @description Step 3: the client with its confidential configuration (secret in clear text, tenant, allowed origins, logout URIs), for
         *     administrators.
         *
         *     A live portal gives less here than `getClient` does, and no secret.
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
    "/api/2.0/clients/public/{id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what anyone may see of a client
         * @description Step 4: what may be shown to end users, such as on a consent screen. It needs no credential; send none.
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
    "/api/2.0/clients/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the extended records of several clients
         * @description Step 5: the extended record of each client asked for. An id that no client has is left out of the answer.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The basic record of a client (step 2), with its name, redirect URIs and owner; no secret. */
        OAuthClient: {
            /**
             * Format: uuid
             * @description The client's id, a lower-case UUID.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            client_id: string;
            /** @description The name that the consent screen shows. */
            name: string;
            /** @description What the application does; null if there is no description. */
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
             * @description When the client was registered. A portal writes it with Z and a fraction of 0 to 9 digits without trailing zeros, so keep the text: as a part of a cursor it goes back character for character.
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
            /** @description Where an authorization code may be sent. A set, in no order; the schemes are http, https and claude. Empty in old records only. */
            redirect_uris: string[];
            /** @description Whether the client may be used at all. */
            enabled: boolean;
            /**
             * Format: uuid
             * @description The same as `client_id`.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            id: string;
        };
        /** @description Clients without an envelope. */
        ClientList: components["schemas"]["OAuthClient"][];
        /** @description The list of clients, in the envelope. */
        ClientListEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; only lists have it. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /** @description 0 for a success. */
            status?: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
            response: components["schemas"]["ClientList"];
        };
        /** @description The list of clients, in the envelope or bare. */
        ClientListBody: components["schemas"]["ClientListEnvelope"] | components["schemas"]["ClientList"];
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
            /** @description What went wrong this time. */
            detail?: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for. A portal's web server cuts off the `/oauth2` of the newer prefix.
             */
            instance?: string;
            /** @description The HTTP status. */
            status: number;
            /** @description The kind of failure in a few words. */
            title: string;
            /**
             * Format: uri-reference
             * @description An address that explains the kind of failure.
             */
            type?: string;
            /** @description What is wrong with each field, where the request was refused for its values. */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description A client, in the envelope. */
        ClientEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; only lists have it. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /** @description 0 for a success. */
            status?: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
            response: components["schemas"]["OAuthClient"];
        };
        /** @description The client, in the envelope or bare. */
        ClientBody: components["schemas"]["ClientEnvelope"] | components["schemas"]["OAuthClient"];
        /** @description The extended record of a client (step 3), visible to administrators: the basic one and the confidential configuration, with the secret in clear text. */
        ClientInfo: {
            /**
             * Format: uuid
             * @description The client's id, a lower-case UUID.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            client_id: string;
            /** @description The name that the consent screen shows. */
            name: string;
            /** @description What the application does; null if there is no description. */
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
             * @description When the client was registered. A portal writes it with Z and a fraction of 0 to 9 digits without trailing zeros, so keep the text: as a part of a cursor it goes back character for character.
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
            /** @description Where an authorization code may be sent. A set, in no order; the schemes are http, https and claude. Empty in old records only. */
            redirect_uris: string[];
            /** @description Whether the client may be used at all. */
            enabled: boolean;
            /**
             * Format: uuid
             * @description The same as `client_id`.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            id: string;
            /**
             * @description The number of the portal that the client belongs to.
             * @example 1
             */
            tenant: number;
            /** @description The origins that may call with this client from a browser. A set, in no order. Empty in old records only. */
            allowed_origins: string[];
            /** @description Where a browser may be sent after signing out. A set, in no order. */
            logout_redirect_uris: string[];
            /** @description The secret of the client; never null. Never print or store it. */
            client_secret?: string;
        };
        /** @description The extended record of a client, in the envelope. */
        ClientInfoEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; only lists have it. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /** @description 0 for a success. */
            status?: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
            response: components["schemas"]["ClientInfo"];
        };
        /** @description The extended record, in the envelope or bare. */
        ClientInfoBody: components["schemas"]["ClientInfoEnvelope"] | components["schemas"]["ClientInfo"];
        /** @description What anyone may see of a client (step 4). A secret, a confidential field or a user's id in it breaks the contract. */
        PublicClientInfo: {
            /**
             * Format: uuid
             * @description The client's id, a lower-case UUID.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            client_id: string;
            /** @description The name that the consent screen shows. */
            name: string;
            /** @description What the application does; null if there is no description. */
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
             * @description When the client was registered. A portal writes it with Z and a fraction of 0 to 9 digits without trailing zeros, so keep the text: as a part of a cursor it goes back character for character.
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
            /**
             * Format: uuid
             * @description The same as `client_id`.
             * @example c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831
             */
            id: string;
        };
        /** @description What anyone may see of a client, in the envelope. */
        PublicClientInfoEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; only lists have it. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /** @description 0 for a success. */
            status?: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
            response: components["schemas"]["PublicClientInfo"];
        };
        /** @description The public record, in the envelope or bare. */
        PublicClientInfoBody: components["schemas"]["PublicClientInfoEnvelope"] | components["schemas"]["PublicClientInfo"];
        /** @description Extended records without an envelope. */
        ClientInfoList: components["schemas"]["ClientInfo"][];
        /** @description Extended records of clients, in the envelope. */
        ClientInfoListEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count?: number;
            /** @description How many items there are in all; only lists have it. */
            total?: number;
            /** @description The request that was answered. */
            links?: {
                /** @description The address of the request. */
                href: string;
                /** @description The method of the request. */
                action: string;
            }[];
            /** @description 0 for a success. */
            status?: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode?: number;
            response: components["schemas"]["ClientInfoList"];
        };
        /** @description The extended records, in the envelope or bare. */
        ClientInfoListBody: components["schemas"]["ClientInfoListEnvelope"] | components["schemas"]["ClientInfoList"];
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
        /** @description The API key is missing, wrong or no longer valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The API key is good, but its owner may not see OAuth2 clients. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server does not have this route; an older portal, or one without OAuth2. */
        RouteNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests in a short time; wait before the next one. */
        TooManyRequests: {
            headers: {
                /**
                 * @description None is left.
                 * @example 0
                 */
                "X-Ratelimit-Remaining"?: number;
                "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
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
        /** @description No id was given, or one of them is blank. */
        MissingIds: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
        id: string;
        /** @description The ids of the clients, one `ids=` each. */
        ids: string[];
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many requests are left in the current minute.
         * @example 199
         */
        "X-Ratelimit-Remaining": number;
        /**
         * @description The seconds until the count starts again.
         * @example 60
         */
        "X-Ratelimit-Reset": number;
        /**
         * @description The seconds to wait before the next try. It may be an HTTP date as well.
         * @example 60
         */
        "Retry-After": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list, in the envelope or bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientListBody"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client, in the envelope or bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBody"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getClientInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extended record, in the envelope or bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientInfoBody"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getPublicClientInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public record, in the envelope or bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicClientInfoBody"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getClientsInfo: {
        parameters: {
            query: {
                /** @description The ids of the clients, one `ids=` each. */
                ids: components["parameters"]["ids"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extended records, in the envelope or bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["X-Ratelimit-Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["X-Ratelimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientInfoListBody"];
                };
            };
            400: components["responses"]["MissingIds"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
