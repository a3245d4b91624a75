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
         * @description The fullest record of a client, with its secret in clear text; it may be five minutes old. An id in upper case is found too.
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
         * Exchange the API key for a token
         * @description The identity service never reads `Authorization`: exchange the API key here for a token, and send that as the header
         *     `x-signature`. Send exactly `Bearer`, one space and the key; without `Bearer` in this spelling the portal takes the text
         *     for a cookie and writes it into its log. The token is not bound to the caller's address, and it stays valid if the key is
         *     revoked.
         *
         *     A guest, or a user whose developer tools are closed, gets a token too; the other operations refuse it. Where the portal has
         *     SSL, http is answered with 301, but the key has already travelled in clear text. HEAD and POST are 405 with `Allow: GET`.
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
        /** @description The fullest record of a client, with its secret; in clear text in a single read, encrypted in a list. In a single read out of the portal's cache a missing description, website_url, terms_url, policy_url or logo may be the text `null` instead of null. A single read may be five minutes old, and for five minutes after a create its dates have nanoseconds and differ from the list's: take no cursor from it. */
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
             * @description The number of the portal that the client belongs to.
             * @example 1
             */
            tenant: number;
            /** @description The origins that may call with this client from a browser. A set, in no order. Empty in old records only. */
            allowed_origins: string[];
            /** @description Where a browser may be sent after signing out. A set, in no order. */
            logout_redirect_uris: string[];
            /** @description The secret of the client; never null. Never print or store it. */
            client_secret: string;
        };
        /** @description A page of clients, the newest first. */
        ClientPage: {
            /** @description Goes back as `last_client_id`. */
            last_client_id: string | null;
            /** @description Goes back as `last_created_on`, character for character. Clients with this same date that did not fit on the page are not on the next one either. */
            last_created_on: string | null;
            /** @description The limit that was asked for. */
            limit: number;
            /** @description The clients of this page; a portal's limit is 50. */
            data: components["schemas"]["OAuthClient"][];
        };
        /** @description No body at all. */
        NoBody: string;
        /** @description A page of the web server in front, for people. */
        HtmlPage: string;
        /** @description A client without its secret, tenant, URIs and state, which `getClient` has. In a single read out of the portal's cache a missing description, website_url, terms_url, policy_url or logo may be the text `null` instead of null. */
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
            /** @description The same as `is_public`. */
            public: boolean;
        };
        /** @description A page of reduced records, the newest first. */
        ClientInfoPage: {
            /** @description Goes back as `last_client_id`. */
            last_client_id: string | null;
            /** @description Goes back as `last_created_on`, character for character. Clients with this same date that did not fit on the page are not on the next one either. */
            last_created_on: string | null;
            /** @description The limit that was asked for. */
            limit: number;
            /** @description The clients of this page; a portal's limit is 50. */
            data: components["schemas"]["ClientInfo"][];
        };
        /** @description What anyone may see of a client; a portal gives the ids of its users too. */
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
             * @description The id of the owner, that is the user who registered the client.
             * @example 3a8d10f6-2c7e-4b59-91d4-6e0fb7a25c18
             */
            created_by: string;
            /**
             * @description The id of the user who changed the client last.
             * @example b5e94c02-7f61-4d3a-8a1c-90d2c6e4f37b
             */
            modified_by: string;
            /** @description The same as `is_public`. */
            public: boolean;
        };
        /** @description The token, in the common envelope. It has no `total`. */
        TokenEnvelope: {
            /** @description How many items the answer has; 1 for an object. */
            count: number;
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
            status: number;
            /**
             * @description The HTTP status.
             * @example 200
             */
            statusCode: number;
            /** @description A JWT (HS256) for the header `x-signature`, good for five minutes (15 in DocSpace 3.1.0): rely on its claim `exp`, a number. `iss` and `aud` are the portal's address; sub, user_id, user_name, user_email, tenant_id, tenant_url, is_admin, is_guest and is_public are strings. */
            response: string;
        };
        /** @description A failure that the portal around the identity service reports, after RFC 9457. */
        PortalProblem: {
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
            /** @description The id of this call in the portal's log. */
            traceId: string;
        };
        /** @description The common envelope of a failure. */
        FailureEnvelope: {
            /** @description What went wrong. */
            error: {
                /** @description In words. */
                message: string;
                /** @description The server's name for it. */
                type?: string;
                /** @description Where in the server. It is filled; never show it to anyone. */
                stack?: string;
                /** @description The server's number for it. */
                hresult?: number;
            };
            /** @description 1 for a failure. */
            status: number;
            /** @description The HTTP status. */
            statusCode: number;
        };
    };
    responses: {
        /** @description A page of clients. */
        PageOfClients: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientPage"];
            };
        };
        /** @description The limit is out of bounds, or missing although it is required (then without `errors`). The vendor's newest reference says 400 for a bad date too, where DocSpace 3.7.2 answers 500. */
        BadPage: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description A problem if the user's role is not sufficient, such as a guest's. In every other case there is **no body** and no
         *     Content-Type, and only the headers tell the cases apart:
         *
         *     | cause | X-Ratelimit headers | `Set-Cookie: JSESSIONID` |
         *     | --- | --- | --- |
         *     | the token is invalid or expired | no | no |
         *     | the token is missing; the path, the method (then also `Allow: GET`) or the `Accept` is not served | yes | yes |
         *     | an id with `;`, `%`, `..` or `//`; Redis does not answer | no | yes |
         *
         *     So a new token helps in the first case only. Portals before 3.7.1 write `{"reason": …}` as JSON instead of a problem.
         */
        Forbidden: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": components["schemas"]["NoBody"];
            };
        };
        /**
         * @description There are two limiters; neither sends Retry-After:
         *
         *     - The limiter of the **caller** (a user; for public information without a token an IP address) is a bucket of tokens. It
         *       answers with `Content-Type: application/json` and **no body**, and says in how many nanoseconds one single token is
         *       available: of several callers that wait for it together, one gets through.
         *     - The limiter of the **server** (125 calls a second, 25 for public information) answers with a problem and a reset of 0,
         *       which is not a waiting time: wait a second.
         */
        TooManyRequests: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemainingRefused"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitResetRefused"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": components["schemas"]["NoBody"];
            };
        };
        /** @description A value of the query that cannot be read, such as `abc` as limit or a bad date; or the database is slow (after 2 to 3 seconds) or gone (after 30). */
        InternalServerError: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service behind the web server is down. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["HtmlPage"];
            };
        };
        /** @description The service behind the web server does not answer. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["HtmlPage"];
            };
        };
        /** @description The client. */
        SingleClient: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthClient"];
            };
        };
        /** @description The id is blank (a problem), or the path has an escaped slash, backslash or NUL (`%2F`, `%5C`, `%00`): then the server itself answers with an HTML page and without rate limit headers. */
        InvalidId: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": components["schemas"]["HtmlPage"];
            };
        };
        /** @description There is no such client, or none that the caller may see. **No body** and no Content-Type where the id begins with `feed` in any case: the portal's web server sends such a path elsewhere, so only the lists have that client. */
        NotFound: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": components["schemas"]["NoBody"];
            };
        };
        /** @description The reduced record. */
        SingleClientInfo: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientInfo"];
            };
        };
        /** @description A page of reduced records. */
        PageOfClientInfo: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClientInfoPage"];
            };
        };
        /**
         * @description There is **no body** and no Content-Type; only the headers tell the causes apart:
         *
         *     | cause | X-Ratelimit headers | `Set-Cookie: JSESSIONID` |
         *     | --- | --- | --- |
         *     | a token was sent and is invalid or expired; send none | no | no |
         *     | the path, the method (then also `Allow: GET`) or the `Accept` is not served | yes | yes |
         *     | an id with `;`, `%`, `..` or `//`; Redis does not answer | no | yes |
         */
        InvalidSignature: {
            headers: {
                "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no credential, or the API key is unknown, expired, disabled or of another portal, or its owner is blocked. **No body**, no Content-Type and no WWW-Authenticate. */
        TokenUnauthorized: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The portal is not paid for. */
        TokenPaymentRequired: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PortalProblem"];
            };
        };
        /**
         * @description - **No body** and no Content-Type: the key is restricted. A key without permissions, or with `*`, `*:read` or `*:write`,
         *       buys a token; the portal calls these *All* and *Read only*.
         *     - A problem: the portal is being restored, moved or encrypted. Try later.
         *     - A sentence as text, in the portal's language: the IP address of the caller is not allowed.
         */
        TokenForbidden: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
                "application/problem+json": components["schemas"]["PortalProblem"];
            };
        };
        /**
         * @description - A problem: the key is valid, but the portal is suspended.
         *     - **No body** and no Content-Type: a portal before DocSpace 3.1, which has no such endpoint.
         */
        TokenNotFound: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PortalProblem"];
                "text/plain": components["schemas"]["NoBody"];
            };
        };
        /** @description More than 1,500 calls a minute, or 50 at once, of one user or else one IP address; off by default. **No body**, no reset and no Retry-After. */
        TokenTooManyRequests: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                /**
                 * @description How many calls are allowed.
                 * @example 1500
                 */
                "X-RateLimit-Limit"?: number;
                /**
                 * @description How many of them are left.
                 * @example 0
                 */
                "X-RateLimit-Remaining"?: number;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The host name belongs to no portal (in the vendor's cloud), or something failed. */
        TokenServerError: {
            headers: {
                "Server-Timing": components["headers"]["Server-Timing"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureEnvelope"];
            };
        };
    };
    parameters: {
        /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
        id: string;
        /** @description How many clients a page has. */
        limit: number;
        /** @description The cursor of the page before, verbatim. Always send both cursors: a portal that keeps its clients in SQL ignores this one, the vendor's cloud gives the first page again without it. */
        last_client_id: string;
        /** @description The cursor of the page before, verbatim; a `+` in it must be escaped. It is an ISO date-time with `Z` or an offset; the seconds may be missing, a zone such as `[UTC]` may follow, and an empty text means no cursor. Any other text, or a day that the month does not have, is answered with 500; the vendor's newest reference says 400. */
        last_created_on: string;
        /** @description How many clients a page has. Without it the answer is 400. */
        "required-limit": number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many calls the caller may still make at once: the tokens left in a bucket that is refilled one by one. It holds 200 and gets one every 300 ms, or 100 and one every 600 ms where DocSpace runs as a single process.
         * @example 199
         */
        RateLimitRemaining: number;
        /**
         * @description Always 0 in an answer to a call that the caller's limit let through. It is not a waiting time.
         * @example 0
         */
        RateLimitReset: number;
        /**
         * @description A session of the server, `JSESSIONID=…`, which serves no purpose. Every empty 403 has it, except that of an invalid or expired token.
         * @example JSESSIONID=0123456789ABCDEF0123456789ABCDEF; Path=/; HttpOnly
         */
        "Set-Cookie": string;
        /**
         * @description 0 where the caller's limit refused the call; the tokens that are left where the server's limit did.
         * @example 0
         */
        RateLimitRemainingRefused: number;
        /**
         * @description Where the caller's limit refused the call, the **nanoseconds** until one single token is there again, 1,000,000 to 300,000,000 (600,000,000 where DocSpace runs as a single process). Where the server's limit refused it, 0: that is not a waiting time.
         * @example 300000000
         */
        RateLimitResetRefused: number;
        /**
         * @description How many milliseconds the portal took. Every answer of this part of a portal has it, failures too.
         * @example aspnetcore-request-time;dur=12
         */
        "Server-Timing": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getClients: {
        parameters: {
            query?: {
                /** @description How many clients a page has. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor of the page before, verbatim. Always send both cursors: a portal that keeps its clients in SQL ignores this one, the vendor's cloud gives the first page again without it. */
                last_client_id?: components["parameters"]["last_client_id"];
                /** @description The cursor of the page before, verbatim; a `+` in it must be escaped. It is an ISO date-time with `Z` or an offset; the seconds may be missing, a zone such as `[UTC]` may follow, and an empty text means no cursor. Any other text, or a day that the month does not have, is answered with 500; the vendor's newest reference says 400. */
                last_created_on?: components["parameters"]["last_created_on"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PageOfClients"];
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
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SingleClient"];
            400: components["responses"]["InvalidId"];
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
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SingleClientInfo"];
            400: components["responses"]["InvalidId"];
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
                /** @description How many clients a page has. Without it the answer is 400. */
                limit: components["parameters"]["required-limit"];
                /** @description The cursor of the page before, verbatim. Always send both cursors: a portal that keeps its clients in SQL ignores this one, the vendor's cloud gives the first page again without it. */
                last_client_id?: components["parameters"]["last_client_id"];
                /** @description The cursor of the page before, verbatim; a `+` in it must be escaped. It is an ISO date-time with `Z` or an offset; the seconds may be missing, a zone such as `[UTC]` may follow, and an empty text means no cursor. Any other text, or a day that the month does not have, is answered with 500; the vendor's newest reference says 400. */
                last_created_on?: components["parameters"]["last_created_on"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PageOfClientInfo"];
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
                /** @description The id of the client: a lower-case UUID, as `client_id` of the list has it. Any other word is no error of the request but an unknown client (404); only a blank one is refused (400). */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public record; bare. */
            200: {
                headers: {
                    "X-Ratelimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-Ratelimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicClientInfo"];
                };
            };
            400: components["responses"]["InvalidId"];
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
                    "Server-Timing": components["headers"]["Server-Timing"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenEnvelope"];
                };
            };
            401: components["responses"]["TokenUnauthorized"];
            402: components["responses"]["TokenPaymentRequired"];
            403: components["responses"]["TokenForbidden"];
            404: components["responses"]["TokenNotFound"];
            429: components["responses"]["TokenTooManyRequests"];
            500: components["responses"]["TokenServerError"];
            502: components["responses"]["BadGateway"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
