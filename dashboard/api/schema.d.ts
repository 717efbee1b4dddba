// Written by `npm run dashboard:api`; changes made here are lost.

export interface paths {
    "/integrated-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connected accounts
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                    /** @description In the label or the account's own name, or the beginning of an id; in any case. */
                    search?: string;
                    /** @description Of this API alone. */
                    api?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of accounts. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegratedAccountPage"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Connect an account of an API
         * @description Tries the credential where the API can say whose it is, and stores it encrypted. The answer never holds it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntegratedAccountCreate"];
                };
            };
            responses: {
                /** @description The new account. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegratedAccount"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one connected account
         * @description Its status says whether its API still accepts its credential.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegratedAccount"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Disconnect an account
         * @description Deletes its credential, its MCP servers and the API tokens for it alone. The URLs of its servers answer 410.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a connected account
         * @description What is left out stays. Another credential, region, version or address is tried first, and has to lead to the same account.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntegratedAccountChange"];
                };
            };
            responses: {
                /** @description The account as it is now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegratedAccount"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/integrated-account/{id}/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the MCP servers of an account
         * @description Newest first unless `sort` says otherwise. Servers whose time is over are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                    /** @description In the name or the owner, or the beginning of the id; in any case. */
                    search?: string;
                    state?: "active" | "disabled";
                    /** @description A server that never expires comes after all that do, one that was never used before all that were. */
                    sort?: "name" | "created_at" | "expires_at" | "last_used_at";
                    /** @description asc for name and expires_at, desc for created_at and last_used_at unless given. */
                    order?: "asc" | "desc";
                };
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of servers. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServerPage"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an MCP server
         * @description A view of the account behind a URL of its own. URL and token are answered here and after a rotation, and never again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["McpServerCreate"];
                };
            };
            responses: {
                /** @description The new server. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServerWithToken"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/mcp/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what an MCP server would show
         * @description What clients of a server with this configuration would list, and what to think of. Nothing is created.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["McpServerPreviewRequest"];
                };
            };
            responses: {
                /** @description The tools. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServerPreview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the MCP servers of all accounts
         * @description Of all that the key reaches; as the list of one account.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                    /** @description In the name or the owner, or the beginning of the id; in any case. */
                    search?: string;
                    state?: "active" | "disabled";
                    /** @description A server that never expires comes after all that do, one that was never used before all that were. */
                    sort?: "name" | "created_at" | "expires_at" | "last_used_at";
                    /** @description asc for name and expires_at, desc for created_at and last_used_at unless given. */
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of servers. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServerPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/mcp/{mcp_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one MCP server
         * @description Without its URL and token, which the gateway does not know.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                    /** @description Id of the MCP server. */
                    mcp_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The server. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete an MCP server
         * @description Its URL answers 410 from now on, that of a server with a second factor 404.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                    /** @description Id of the MCP server. */
                    mcp_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change an MCP server
         * @description What is left out stays, within `config` too. `expires_at` null means never.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                    /** @description Id of the MCP server. */
                    mcp_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["McpServerChange"];
                };
            };
            responses: {
                /** @description The server as it is now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/integrated-account/{id}/mcp/{mcp_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an MCP server another URL
         * @description A URL with a token answers 410 from now on; that of a server with a second factor stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                    /** @description Id of the MCP server. */
                    mcp_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The server with its new URL and token. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["McpServerWithToken"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API tokens
         * @description Newest first. Tokens whose time is over are left out.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of API tokens. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiTokenPage"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an API token
         * @description A second factor for MCP servers with `require_api_token_auth`. The token is answered this one time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApiTokenCreate"];
                };
            };
            responses: {
                /** @description The new API token. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiTokenWithToken"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-token/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one API token
         * @description Without its secret, which the gateway does not know.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the API token. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The API token. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiToken"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description What was granted to MCP clients by means of it is revoked with it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the API token. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the admin keys
         * @description Newest first. Keys whose time is over are left out, and so is that of the environment.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of admin keys. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminKeyPage"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an admin key
         * @description A key of this API, with a name for the audit log and a role. The key is answered this one time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AdminKeyCreate"];
                };
            };
            responses: {
                /** @description The new admin key. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminKeyWithKey"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin-key/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one admin key
         * @description Without its secret, which the gateway does not know.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the admin key. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The admin key. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminKey"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Revoke an admin key
         * @description It ends in every process within half a second. The last key of the role `admin` stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the admin key. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit log of an account
         * @description Changes and calls of tools, newest first, as far back as the log is kept; also of an account that was removed.
         */
        get: {
            parameters: {
                query?: {
                    /** @description From this moment on. */
                    from?: string;
                    /** @description Before this moment. */
                    to?: string;
                    actor?: string;
                    action?: string;
                    mcp_id?: string;
                    tool?: string;
                    status?: string;
                    /** @description The API's. */
                    request_id?: string;
                    call_id?: string;
                    /** @description A program, and the calls that it made. */
                    program_id?: string;
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of entries. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole audit log
         * @description Of all accounts, those that were removed too, newest first, as far back as the log is kept.
         */
        get: {
            parameters: {
                query?: {
                    /** @description From this moment on. */
                    from?: string;
                    /** @description Before this moment. */
                    to?: string;
                    actor?: string;
                    action?: string;
                    mcp_id?: string;
                    tool?: string;
                    status?: string;
                    /** @description The API's. */
                    request_id?: string;
                    call_id?: string;
                    /** @description A program, and the calls that it made. */
                    program_id?: string;
                    /** @description Of this account, also where it was removed. */
                    integrated_account_id?: string;
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of entries. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description All entries that are asked for, oldest first, as they are read: a line of JSON each, or a table. A cell of a table that a spreadsheet would take for a formula begins with an apostrophe.
         */
        get: {
            parameters: {
                query?: {
                    /** @description From this moment on. */
                    from?: string;
                    /** @description Before this moment. */
                    to?: string;
                    actor?: string;
                    action?: string;
                    mcp_id?: string;
                    tool?: string;
                    status?: string;
                    /** @description The API's. */
                    request_id?: string;
                    call_id?: string;
                    /** @description A program, and the calls that it made. */
                    program_id?: string;
                    /** @description Of this account, also where it was removed. */
                    integrated_account_id?: string;
                    /** @description Lines of JSON, or a table. */
                    format?: "ndjson" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Entries as lines. */
                200: {
                    headers: {
                        /** @description The name of the file. */
                        "Content-Disposition"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one entry of the audit log
         * @description With the other entries of its call: the one before a write went out, and the one of its outcome.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the entry. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The entry. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions
         * @description Newest first: all of them for the role `admin`, for others those of their own key.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How many at most. */
                    limit?: number;
                    /** @description That of the page before, unchanged. */
                    next_cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of sessions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionPage"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in with a browser
         * @description By an admin key, or the code of a sign-in link. The session lasts 12 hours, 2 without a request, and no longer than its key. After 10 failures of one network within 15 minutes even a right key is answered 429.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionCreate"];
                };
            };
            responses: {
                /** @description The new session. */
                201: {
                    headers: {
                        /** @description The cookie of the session. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CurrentSession"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the session of this browser
         * @description With its CSRF token, so that a page which is loaded anew can go on.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CurrentSession"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends the session of this browser, and takes its cookie away.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It has ended. */
                204: {
                    headers: {
                        /** @description The cookie of the session. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description It ends in every process within half a second. Roles other than `admin` end those of their own key.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the session. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It has ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all tools
         * @description All at once, with the classes, tags and groups that `config` of an MCP server takes.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The id of an API of GET /about; the first unless given. */
                    api?: string;
                    /** @description A version of the API, or several: what a server over accounts of these versions can list. The newest unless given. */
                    api_version?: string | string[];
                    /** @description In place of both, ids of integrated accounts: what a server over them can list, of all their APIs. Those that your key does not reach are left out. */
                    account?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The tools. */
                200: {
                    headers: {
                        /** @description Send it as If-None-Match the next time. */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ToolList"];
                    };
                };
                /** @description The same as that of If-None-Match. */
                304: {
                    headers: {
                        /** @description Send it as If-None-Match the next time. */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tool/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one tool
         * @description Its arguments as a table, an example of a call, and how a program imports it.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The id of an API of GET /about; the first unless given. */
                    api?: string;
                    /** @description A version of the API, such as `tools_version` of an account; the newest unless given. */
                    api_version?: string;
                };
                header?: never;
                path: {
                    /** @description Name of the tool, or one that it had, up to the last day of that. */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The tool. */
                200: {
                    headers: {
                        /** @description Send it as If-None-Match the next time. */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tool"];
                    };
                };
                /** @description The same as that of If-None-Match. */
                304: {
                    headers: {
                        /** @description Send it as If-None-Match the next time. */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the calls of an account
         * @description By day, server, tool and status; of the last 30 days unless said otherwise.
         */
        get: {
            parameters: {
                query?: {
                    /** @description First day (UTC); 29 days before `to` unless given. */
                    from?: string;
                    /** @description Last day (UTC), included; today unless given. */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The counters. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Usage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count calls by hour or day
         * @description Calls of tools through MCP servers by period, status and tool, with percentiles of their latency: of all accounts that the key reaches, one of them, a server, or a tool.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How long a period is; days are those of UTC. */
                    span?: "hour" | "day";
                    /** @description The first period is that of this moment; the last 24 hours or 30 days unless given. At most 744 periods are answered. */
                    from?: string;
                    /** @description The last period begins before this moment; now unless given. */
                    to?: string;
                    /** @description Of this account, also where it was removed. */
                    integrated_account_id?: string;
                    /** @description Of this MCP server, also where it was removed. */
                    mcp_id?: string;
                    tool?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The counters of every period. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Use"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/mcp/{mcp_id}/unused-tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tools of an MCP server that nobody calls
         * @description Candidates to switch off: each costs every conversation its definition.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Days without a call. */
                    days?: number;
                };
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                    /** @description Id of the MCP server. */
                    mcp_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The tools. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnusedTools"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrated-account/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a tool that reads
         * @description Calls it once in the account, and shows what a model gets beside the API's answer. Counts for the limit of the account; has a line in the audit log, and none in the counters.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the integrated account. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ToolTry"];
                };
            };
            responses: {
                /** @description What the call came to. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ToolTried"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what this gateway can do
         * @description What a form needs to offer the right choices.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What it can do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["About"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/{api}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that connects an account by a login at its API
         * @description Open the link in a browser, or send it to somebody who may agree for the account. It works once within 10 minutes, and the login has to be finished within 10 more.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The id of an API of GET /about. */
                    api: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLoginLink"];
                };
            };
            responses: {
                /** @description The link, which is not shown again. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoginLink"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the process runs
         * @description Asks nothing else, so that a store that is away restarts no process.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It runs. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether requests can be answered
         * @description Asks the store, and where it did not take an entry of the audit log whether it does so now.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The store answers. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics
         * @description For Prometheus, of this process alone.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The metrics as text. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this description
         * @description OpenAPI 3.1.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The OpenAPI document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
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
        IntegratedAccount: {
            id: string;
            /**
             * @description The id of its API.
             * @example intercom
             */
            api: string;
            label: string;
            region: string;
            api_version: string;
            /** @description What stands for the variables of its address. */
            variables: {
                [key: string]: string;
            };
            /** @description The version whose tools its servers have: the same, or the nearest that there are tools of. */
            tools_version: string;
            /** @description As the API calls the account, where it says so. */
            workspace: {
                id: string | null;
                name: string | null;
            };
            /** @description Whose credential it is within the account, where that is known. */
            admin: {
                id: string | null;
                name: string | null;
            };
            /**
             * @description How its credential came.
             * @enum {string}
             */
            source: "access_token" | "credential" | "oauth";
            /**
             * @description `needs_reauth` after the API refused the credential: give it another one.
             * @enum {string}
             */
            status: "active" | "needs_reauth";
            /** @description How many MCP servers view it. */
            servers: number;
            /**
             * Format: date-time
             * @description When a tool was last called in it, to some seconds.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /** @description What the API last said of its limit, to some seconds; null before it did. */
            budget: {
                /** @description Requests until `reset_at`. */
                limit: number | null;
                /** @description How many of them were left. */
                remaining: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-25T12:00:00.000Z
                 */
                reset_at: string | null;
                /**
                 * Format: date-time
                 * @description When the API said so.
                 * @example 2026-11-25T12:00:00.000Z
                 */
                seen_at: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            updated_at: string;
        };
        Error: {
            error: {
                code: string;
                message: string;
                field?: string;
                help: string;
            };
        };
        IntegratedAccountCreate: {
            /**
             * @description The id of its API; that of the first of GET /about unless given.
             * @example intercom
             */
            api?: string;
            /** @description Its name here; the account's own unless given, which not every API can tell. */
            label?: string;
            /**
             * @description Where the account lives; it may be left out where there is one place.
             * @example us
             */
            region?: string;
            /** @description A version of the API, of those that GET /about lists. */
            api_version?: string;
            /** @description The API's access token, tried before it is stored encrypted. Never answered. */
            access_token?: string;
            /**
             * @description What the API asks for, by the names of one way that GET /about lists. Stored encrypted, and never answered.
             * @example {
             *       "access_token": "dG9rOmEx"
             *     }
             */
            credential?: {
                [key: string]: string;
            };
            /** @description What stands for the variables of its address, of those that GET /about lists. */
            variables?: {
                [key: string]: string;
            };
        };
        IntegratedAccountPage: {
            result: components["schemas"]["IntegratedAccount"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
        };
        IntegratedAccountChange: {
            label?: string;
            /**
             * @description Where the account lives, one of those that GET /about lists for its API.
             * @example us
             */
            region?: string;
            /** @description A version of the API, of those that GET /about lists. */
            api_version?: string;
            /** @description The API's access token, tried before it is stored encrypted. Never answered. */
            access_token?: string;
            /**
             * @description What the API asks for, by the names of one way that GET /about lists. Stored encrypted, and never answered.
             * @example {
             *       "access_token": "dG9rOmEx"
             *     }
             */
            credential?: {
                [key: string]: string;
            };
            /** @description What stands for the variables of its address, of those that GET /about lists. */
            variables?: {
                [key: string]: string;
            };
        };
        McpServerWithToken: {
            id: string;
            integrated_account_id: string;
            /** @description Ids of all integrated accounts that it views. */
            accounts: string[];
            name: string;
            config: components["schemas"]["McpServerConfig"];
            /** @description Where MCP clients reach it. Holds the token, keep it like a password; with `require_api_token_auth` it holds the id, and is no secret. */
            url: string;
            /** @description How many tools it shows. */
            tools: number;
            /** @description What its list of tools costs a model (o200k). */
            tokens: number;
            catalog: components["schemas"]["ServedCatalog"];
            /** @description What some clients will not take of it. */
            hint?: string;
            /**
             * @description `disabled` after `enabled: false`: its clients get 403.
             * @enum {string}
             */
            state: "active" | "disabled";
            /** @description Who is responsible for it: any text. */
            owner: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /** @description Seconds without a request after which it ends; null for never. */
            idle_timeout_seconds: number | null;
            /**
             * Format: date-time
             * @description When it was last asked, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /** @description Calls of its tools in the last 24 hours, by the hour. */
            calls_last_day: number;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            updated_at: string;
            /** @description Shown once; the gateway keeps a keyed hash of it. */
            token: string;
        };
        McpServerConfig: {
            /**
             * @default [
             *       "read"
             *     ]
             */
            methods: string[];
            tags?: string[];
            tools?: string[];
            /** @default false */
            require_api_token_auth: boolean;
            /**
             * @default never
             * @enum {string}
             */
            confirm: "never" | "destructive" | "write";
            /**
             * @default list
             * @enum {string}
             */
            mode: "list" | "discovery" | "code";
            code_calls?: number;
            prefix?: string;
            expected_catalog?: string;
            allowed_addresses?: string[];
            rate_limit?: {
                requests: number;
                seconds: number;
            };
        };
        /** @description By what its tools are known; null where an update of the gateway left none of them. */
        ServedCatalog: {
            /**
             * @description The version of the API, and the beginning of the digest.
             * @example 2.16+0f1e2d3c4b5a
             */
            version: string;
            /** @description Another one where models are told anything else of a tool: `sha256-` and 64 hexadecimal digits. */
            digest: string;
            /** @description False where `expected_catalog` names other tools: no request is answered. */
            is_expected: boolean;
        } | null;
        McpServerCreate: {
            name: string;
            config?: components["schemas"]["McpServerConfig"] & unknown;
            /** @description Ids of integrated accounts that it views; that of the path is one of them. With several, each tool asks for `account`. */
            accounts?: string[];
            /**
             * Format: date-time
             * @description An ISO 8601 date-time with an offset, at least 60 seconds from now; null for never.
             * @example 2027-01-31T09:00:00Z
             */
            expires_at?: string | null;
            /** @description Seconds without a request after which it ends; null for never. */
            idle_timeout_seconds?: number | null;
            /** @description Who is responsible for it: any text. */
            owner?: string | null;
        };
        McpServerPreview: {
            /** @description What `tools/list` would answer. */
            tools: components["schemas"]["ExposedTool"][];
            /** @description In the modes discovery and code: the tools behind those that are listed. */
            reachable?: components["schemas"]["ExposedTool"][];
            /** @description How many tools are listed. */
            listed: number;
            /** @description What the list costs a model (o200k). */
            tokens: number;
            /** @description By what the tools are known: `expected_catalog` takes the digest. */
            catalog: {
                /**
                 * @description The version of the API, and the beginning of the digest.
                 * @example 2.16+0f1e2d3c4b5a
                 */
                version: string;
                /** @description Another one where models are told anything else of a tool: `sha256-` and 64 hexadecimal digits. */
                digest: string;
            };
            warnings: components["schemas"]["ServerWarning"][];
        };
        ExposedTool: {
            /** @description As clients see it. */
            name: string;
            title: string;
            /**
             * @description Null for a tool that stands for many, in the modes discovery and code.
             * @enum {string|null}
             */
            class: "list" | "get" | "create" | "update" | "delete" | "action" | null;
            /** @enum {string} */
            access: "read" | "write";
            destructive: boolean;
            /** @description A customer's data may stand in what it answers. */
            personal_data: boolean;
            /** @description What its definition costs a model (o200k). */
            tokens: number;
        };
        ServerWarning: {
            /** @enum {string} */
            code: "personal_data" | "destructive" | "writes_unconfirmed" | "many_tools";
            message: string;
            /** @description How many tools it is about. */
            tools?: number;
        };
        McpServerPreviewRequest: {
            config?: components["schemas"]["McpServerConfig"];
            /** @description Ids of integrated accounts that it views; that of the path is one of them. With several, each tool asks for `account`. */
            accounts?: string[];
        };
        McpServerPage: {
            result: components["schemas"]["McpServer"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
            /** @description How many there are on all pages. */
            total: number;
        };
        McpServer: {
            id: string;
            integrated_account_id: string;
            /** @description Ids of all integrated accounts that it views. */
            accounts: string[];
            name: string;
            config: components["schemas"]["McpServerConfig"];
            /** @description Where MCP clients reach it; null where the URL is the secret, which is answered once. */
            url: string | null;
            /** @description How many tools it shows. */
            tools: number;
            /** @description What its list of tools costs a model (o200k). */
            tokens: number;
            catalog: components["schemas"]["ServedCatalog"];
            /** @description What some clients will not take of it. */
            hint?: string;
            /**
             * @description `disabled` after `enabled: false`: its clients get 403.
             * @enum {string}
             */
            state: "active" | "disabled";
            /** @description Who is responsible for it: any text. */
            owner: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /** @description Seconds without a request after which it ends; null for never. */
            idle_timeout_seconds: number | null;
            /**
             * Format: date-time
             * @description When it was last asked, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /** @description Calls of its tools in the last 24 hours, by the hour. */
            calls_last_day: number;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            updated_at: string;
        };
        McpServerChange: {
            name?: string;
            config?: components["schemas"]["McpServerConfigChange"];
            /** @description Ids of integrated accounts that it views; that of the path is one of them. With several, each tool asks for `account`. */
            accounts?: string[];
            /** @description false switches it off until true switches it on again; all else stays as it is. */
            enabled?: boolean;
            /**
             * Format: date-time
             * @description An ISO 8601 date-time with an offset, at least 60 seconds from now; null for never.
             * @example 2027-01-31T09:00:00Z
             */
            expires_at?: string | null;
            /** @description Seconds without a request after which it ends; null for never. */
            idle_timeout_seconds?: number | null;
            /** @description Who is responsible for it: any text. */
            owner?: string | null;
        };
        /** @description Given keys replace the stored ones; null brings one back to its default. */
        McpServerConfigChange: {
            methods?: string[] | null;
            tags?: string[] | null;
            tools?: string[] | null;
            require_api_token_auth?: boolean | null;
            /** @enum {string|null} */
            confirm?: "never" | "destructive" | "write" | null;
            /** @enum {string|null} */
            mode?: "list" | "discovery" | "code" | null;
            code_calls?: number | null;
            prefix?: string | null;
            expected_catalog?: string | null;
            allowed_addresses?: string[] | null;
            rate_limit?: {
                requests: number;
                seconds: number;
            } | null;
        };
        ApiTokenWithToken: {
            id: string;
            name: string;
            integrated_account_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /** @description Shown once; the gateway keeps a keyed hash of it. */
            token: string;
        };
        ApiTokenCreate: {
            name: string;
            /** @description The one account whose servers it opens; null, said aloud, for all accounts. */
            integrated_account_id: string | null;
            /**
             * Format: date-time
             * @description An ISO 8601 date-time with an offset, at least 60 seconds from now; null for never.
             * @example 2027-01-31T09:00:00Z
             */
            expires_at?: string | null;
        };
        ApiTokenPage: {
            result: components["schemas"]["ApiToken"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
        };
        ApiToken: {
            id: string;
            name: string;
            integrated_account_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
        };
        AdminKeyWithKey: {
            id: string;
            name: string;
            /**
             * @description `admin` may do everything, `operator` what concerns its accounts, `auditor` reads and changes nothing.
             * @enum {string}
             */
            role: "admin" | "operator" | "auditor";
            /** @description Of an operator; null for all. */
            integrated_account_ids: string[] | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /** @description Shown once; the gateway keeps a keyed hash of it. */
            key: string;
        };
        AdminKeyCreate: {
            name: string;
            /**
             * @description `admin` may do everything, `operator` what concerns its accounts, `auditor` reads and changes nothing.
             * @enum {string}
             */
            role: "admin" | "operator" | "auditor";
            /** @description Of an operator, and of no other role: its accounts. */
            integrated_account_ids?: string[];
            /**
             * Format: date-time
             * @description An ISO 8601 date-time with an offset, at least 60 seconds from now; null for never.
             * @example 2027-01-31T09:00:00Z
             */
            expires_at?: string | null;
        };
        AdminKeyPage: {
            result: components["schemas"]["AdminKey"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
        };
        AdminKey: {
            id: string;
            name: string;
            /**
             * @description `admin` may do everything, `operator` what concerns its accounts, `auditor` reads and changes nothing.
             * @enum {string}
             */
            role: "admin" | "operator" | "auditor";
            /** @description Of an operator; null for all. */
            integrated_account_ids: string[] | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, to the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
        };
        AuditPage: {
            result: components["schemas"]["AuditEntry"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
        };
        AuditEntry: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            at: string;
            /** @description Its place in the chain; null from before there was one. */
            seq: number | null;
            /** @description Keyed hash of this entry and the one before it in the chain. */
            hash: string | null;
            /** @description Who: admin_key:<id>, url, api_token:<id>, oauth_client:<id>, oauth, command, system, or anyone who was refused. */
            actor: string;
            /** @description The name of the actor's key, as it was then. */
            actor_name: string | null;
            /** @description The caller's IP address. */
            address: string | null;
            /** @description What was done: tools/call, refuse, or a change such as server.create. */
            action: string;
            integrated_account_id: string | null;
            mcp_id: string | null;
            /** @description What else it was done to: the name of a key, the id of a session. */
            target: string | null;
            tool: string | null;
            /** @description Names and types of the arguments, never their values. */
            arguments?: unknown;
            /** @description What it came to; `begun` for a write that goes out to the API. */
            status: string;
            /** @description HTTP status of the API's answer. */
            upstream_status: number | null;
            latency_ms: number | null;
            /** @description The API's. */
            request_id: string | null;
            /** @description What the two entries of one write share. */
            call_id: string | null;
            /** @description How often it happened, where one entry stands for several. */
            times: number | null;
            /** @description What a program and each of the calls that it makes share. */
            program_id: string | null;
        };
        AuditDetail: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            at: string;
            /** @description Its place in the chain; null from before there was one. */
            seq: number | null;
            /** @description Keyed hash of this entry and the one before it in the chain. */
            hash: string | null;
            /** @description Who: admin_key:<id>, url, api_token:<id>, oauth_client:<id>, oauth, command, system, or anyone who was refused. */
            actor: string;
            /** @description The name of the actor's key, as it was then. */
            actor_name: string | null;
            /** @description The caller's IP address. */
            address: string | null;
            /** @description What was done: tools/call, refuse, or a change such as server.create. */
            action: string;
            integrated_account_id: string | null;
            mcp_id: string | null;
            /** @description What else it was done to: the name of a key, the id of a session. */
            target: string | null;
            tool: string | null;
            /** @description Names and types of the arguments, never their values. */
            arguments?: unknown;
            /** @description What it came to; `begun` for a write that goes out to the API. */
            status: string;
            /** @description HTTP status of the API's answer. */
            upstream_status: number | null;
            latency_ms: number | null;
            /** @description The API's. */
            request_id: string | null;
            /** @description What the two entries of one write share. */
            call_id: string | null;
            /** @description How often it happened, where one entry stands for several. */
            times: number | null;
            /** @description What a program and each of the calls that it makes share. */
            program_id: string | null;
            /** @description The other entries of its `call_id`, newest first. */
            related: components["schemas"]["AuditEntry"][];
        };
        CurrentSession: {
            id: string;
            /** @description The admin key that the session speaks for. */
            admin: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "admin" | "operator" | "auditor";
                /** @description Of an operator; null for all. */
                integrated_account_ids: string[] | null;
            };
            /** @description To be repeated as X-CSRF-Token by whatever is no GET. */
            csrf_token: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string;
        };
        SessionCreate: {
            /** @description An admin key. */
            key?: string;
            /** @description That of a sign-in link; it is used up. */
            code?: string;
        };
        SessionPage: {
            result: components["schemas"]["Session"][];
            /** @description Leads to the next page; null at the end. */
            next_cursor: string | null;
        };
        Session: {
            id: string;
            admin: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "admin" | "operator" | "auditor";
            };
            /** @description Where the sign-in came from. */
            address: string | null;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2026-11-25T12:00:00.000Z
             */
            last_used_at: string;
            /** @description Whether it is that of this request. */
            current: boolean;
        };
        ToolList: {
            /** @description The version of the API that they are made from; several between commas, newest first, each API after its id where they are of several. */
            version: string;
            /** @description The APIs that they are of. */
            apis: {
                id: string;
                name: string;
                tools: number;
            }[];
            result: components["schemas"]["ToolSummary"][];
            classes: {
                /** @enum {string} */
                name: "list" | "get" | "create" | "update" | "delete" | "action";
                tools: number;
            }[];
            tags: {
                name: string;
                tools: number;
            }[];
            groups: {
                name: string;
                tags: string[];
                tools: number;
            }[];
        };
        ToolSummary: {
            name: string;
            /** @description The id of its API. */
            api: string;
            title: string;
            description: string;
            /** @enum {string} */
            class: "list" | "get" | "create" | "update" | "delete" | "action";
            /** @enum {string} */
            access: "read" | "write";
            /** @description It removes something or cannot be undone. */
            destructive: boolean;
            tags: string[];
            /** @description Groups of tags that it is in; `config.tags` of a server takes both. */
            groups: string[];
            /** @description What its definition costs a model (o200k). */
            tokens: number;
            /** @description A customer's data may stand in what it answers. */
            personal_data: boolean;
            /** @enum {string} */
            method: "GET" | "HEAD" | "QUERY" | "POST" | "PUT" | "PATCH" | "DELETE";
            path: string;
            /** @description Of the arguments at the top; a search goes by them as well. */
            argument_names: string[];
            /** @description Names that it had: a server whose `methods` or `tools` name one has it still. */
            former_names: string[];
        };
        Tool: {
            name: string;
            /** @description The id of its API. */
            api: string;
            title: string;
            description: string;
            /** @enum {string} */
            class: "list" | "get" | "create" | "update" | "delete" | "action";
            /** @enum {string} */
            access: "read" | "write";
            /** @description It removes something or cannot be undone. */
            destructive: boolean;
            tags: string[];
            /** @description Groups of tags that it is in; `config.tags` of a server takes both. */
            groups: string[];
            /** @description What its definition costs a model (o200k). */
            tokens: number;
            /** @description A customer's data may stand in what it answers. */
            personal_data: boolean;
            /** @enum {string} */
            method: "GET" | "HEAD" | "QUERY" | "POST" | "PUT" | "PATCH" | "DELETE";
            path: string;
            /** @description Of the arguments at the top; a search goes by them as well. */
            argument_names: string[];
            /** @description Names that it had: a server whose `methods` or `tools` name one has it still. */
            former_names: string[];
            /** @description JSON Schema, as an MCP server lists it. */
            input_schema: {
                [key: string]: unknown;
            };
            arguments: components["schemas"]["ToolArgument"][];
            example: {
                arguments: {
                    [key: string]: unknown;
                };
            };
            /** @description How a TypeScript program imports the tool. */
            import: {
                module: string;
                export: string;
                line: string;
            };
            /** @description It takes `limit` and `next_cursor`, and answers `result` and `next_cursor`. */
            pages: boolean;
            /** @enum {string} */
            answer: "list" | "json" | "text" | "binary" | "none" | "redirect" | "headers";
        };
        ToolArgument: {
            /** @description Dotted where it lies in another: `list[].key`, `map.*.key`. */
            name: string;
            /** @description In the manner of TypeScript. */
            type: string;
            required: boolean;
            description?: string;
            /** @description All that it, or each item of it, may be. */
            values?: unknown[];
            nullable: boolean;
            default?: unknown;
        };
        Usage: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            result: components["schemas"]["UsageRow"][];
        };
        UsageRow: {
            /** Format: date */
            day: string;
            mcp_id: string;
            tool: string;
            status: string;
            calls: number;
            /** @description Of all these calls together. */
            latency_ms: number;
        };
        Use: {
            /** @enum {string} */
            span: "hour" | "day";
            /**
             * Format: date-time
             * @description Where the first period begins.
             * @example 2026-11-25T12:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Where the last period ends.
             * @example 2026-11-25T12:00:00.000Z
             */
            to: string;
            total: {
                calls: number;
                /** @description Calls whose status is not `ok`. */
                errors: number;
            };
            /** @description Within the bounds of a histogram; null without a call. */
            latency: {
                p50_ms: number;
                p90_ms: number;
                p95_ms: number;
                p99_ms: number;
            } | null;
            periods: {
                /**
                 * Format: date-time
                 * @example 2026-11-25T12:00:00.000Z
                 */
                at: string;
                calls: number;
                /** @description Calls whose status is not `ok`. */
                errors: number;
                p50_ms: number | null;
                p95_ms: number | null;
            }[];
            statuses: {
                status: string;
                calls: number;
                /** @description Calls of each period, in the order of `periods`. */
                periods: number[];
            }[];
            tools: {
                tool: string;
                calls: number;
                /** @description Calls whose status is not `ok`. */
                errors: number;
                p50_ms: number | null;
                p95_ms: number | null;
                p99_ms: number | null;
                /** @description As those of a status; empty but for the 10 tools that are used most: ask with `tool`. */
                periods: number[];
            }[];
        };
        UnusedTools: {
            /**
             * Format: date-time
             * @description What was called from then on is left out: so many days ago, by days of UTC, or when the server was created.
             * @example 2026-11-25T12:00:00.000Z
             */
            since: string;
            result: {
                name: string;
                title: string;
                /** @enum {string} */
                class: "list" | "get" | "create" | "update" | "delete" | "action";
                tokens: number;
            }[];
            /** @description What the definitions of these tools cost a model. */
            tokens: number;
            /** @description How many tools the server shows, these among them. */
            tools: number;
        };
        ToolTried: {
            /** @description As in the audit log: `ok`, `invalid_input`, `upstream_error`, … */
            status: string;
            /** @description What a model gets. */
            model: {
                /** @description At most 100000 characters of it. */
                text: string;
                truncated: boolean;
                /** @description Of the whole text, to some ten percent. */
                tokens_estimate: number;
            };
            /** @description The API's answer to the same request; null without one. */
            raw: {
                /** @description At most 100000 characters of it. */
                text: string;
                truncated: boolean;
                /** @description Of the whole text, to some ten percent. */
                tokens_estimate: number;
            } | null;
            latency_ms: number;
            /** @description What was changed in the arguments. */
            repairs: string[];
            /** @description What to know about the answer. */
            hints: string[];
        };
        ToolTry: {
            /** @description Name of a tool that reads. */
            tool: string;
            /**
             * @description As a model would give them.
             * @default {}
             */
            arguments: {
                [key: string]: unknown;
            };
        };
        About: {
            /** @description Of this package. */
            version: string;
            /** @description Under which MCP clients reach the gateway. */
            public_url: string;
            /** @description Whose accounts it connects; the first is used where none is named. */
            apis: components["schemas"]["HostedApi"][];
        };
        HostedApi: {
            /**
             * @description As accounts name it.
             * @example intercom
             */
            id: string;
            name: string;
            /** @description What one of its accounts is, such as a workspace. */
            noun: string;
            /** @description By what its tools are known, in the version that is used unless one is chosen. */
            catalog: {
                /**
                 * @description The version of the API, and the beginning of the digest.
                 * @example 2.16+0f1e2d3c4b5a
                 */
                version: string;
                /** @description Another one where models are told anything else of a tool: `sha256-` and 64 hexadecimal digits. */
                digest: string;
            };
            /** @description Where an account may live. */
            regions: {
                id: string;
                name: string;
            }[];
            /** @description Parts of its address that each account has of its own. */
            variables: {
                name: string;
                description?: string;
                default?: string;
                values?: string[];
            }[];
            /** @description Versions that an account may ask for, the newest first. */
            api_versions: string[];
            /** @description Ways to give a credential, each enough by itself; none where none is asked for. */
            credentials: components["schemas"]["CredentialWay"][];
            /** @description Whether it says whose account a credential is of. A label is needed where it does not. */
            identifies: boolean;
            /** @description Whether an account can be connected by a login at the API. */
            login: boolean;
        };
        CredentialWay: {
            id: string;
            label: string;
            fields: {
                /** @description Its key in `credential`; `access_token` may stand beside it as well. */
                name: string;
                label: string;
                help?: string;
                secret: boolean;
            }[];
        };
        LoginLink: {
            /** Format: uri */
            url: string;
            /**
             * Format: date-time
             * @example 2026-11-25T12:00:00.000Z
             */
            expires_at: string;
        };
        NewLoginLink: {
            /**
             * @description Where the account lives; it may be left out where there is one place.
             * @example eu
             */
            region?: string;
            /** @description Name of the new integrated account. */
            label?: string;
            /** @description The integrated account whose credential is renewed; without it a new one is created. */
            integrated_account_id?: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type IntegratedAccount = components['schemas']['IntegratedAccount'];
export type Error = components['schemas']['Error'];
export type IntegratedAccountCreate = components['schemas']['IntegratedAccountCreate'];
export type IntegratedAccountPage = components['schemas']['IntegratedAccountPage'];
export type IntegratedAccountChange = components['schemas']['IntegratedAccountChange'];
export type McpServerWithToken = components['schemas']['McpServerWithToken'];
export type McpServerConfig = components['schemas']['McpServerConfig'];
export type ServedCatalog = components['schemas']['ServedCatalog'];
export type McpServerCreate = components['schemas']['McpServerCreate'];
export type McpServerPreview = components['schemas']['McpServerPreview'];
export type ExposedTool = components['schemas']['ExposedTool'];
export type ServerWarning = components['schemas']['ServerWarning'];
export type McpServerPreviewRequest = components['schemas']['McpServerPreviewRequest'];
export type McpServerPage = components['schemas']['McpServerPage'];
export type McpServer = components['schemas']['McpServer'];
export type McpServerChange = components['schemas']['McpServerChange'];
export type McpServerConfigChange = components['schemas']['McpServerConfigChange'];
export type ApiTokenWithToken = components['schemas']['ApiTokenWithToken'];
export type ApiTokenCreate = components['schemas']['ApiTokenCreate'];
export type ApiTokenPage = components['schemas']['ApiTokenPage'];
export type ApiToken = components['schemas']['ApiToken'];
export type AdminKeyWithKey = components['schemas']['AdminKeyWithKey'];
export type AdminKeyCreate = components['schemas']['AdminKeyCreate'];
export type AdminKeyPage = components['schemas']['AdminKeyPage'];
export type AdminKey = components['schemas']['AdminKey'];
export type AuditPage = components['schemas']['AuditPage'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditDetail = components['schemas']['AuditDetail'];
export type CurrentSession = components['schemas']['CurrentSession'];
export type SessionCreate = components['schemas']['SessionCreate'];
export type SessionPage = components['schemas']['SessionPage'];
export type Session = components['schemas']['Session'];
export type ToolList = components['schemas']['ToolList'];
export type ToolSummary = components['schemas']['ToolSummary'];
export type Tool = components['schemas']['Tool'];
export type ToolArgument = components['schemas']['ToolArgument'];
export type Usage = components['schemas']['Usage'];
export type UsageRow = components['schemas']['UsageRow'];
export type Use = components['schemas']['Use'];
export type UnusedTools = components['schemas']['UnusedTools'];
export type ToolTried = components['schemas']['ToolTried'];
export type ToolTry = components['schemas']['ToolTry'];
export type About = components['schemas']['About'];
export type HostedApi = components['schemas']['HostedApi'];
export type CredentialWay = components['schemas']['CredentialWay'];
export type LoginLink = components['schemas']['LoginLink'];
export type NewLoginLink = components['schemas']['NewLoginLink'];
export type Health = components['schemas']['Health'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
