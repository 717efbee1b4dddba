/**
 * What calls have to prove: schemes by name, and which of them a call needs. `requirements` are alternatives, the preferred one
 * first, each a list of schemes that are needed together: an empty alternative makes the others optional, and no
 * alternative at all means that nothing is asked for.
 */
export interface Security {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly requirements: Requirements;
  /** True where some tools have requirements of their own: what is missing is then found out by the call that needs it. */
  readonly varies?: true;
}

/** Alternatives, each a list of names of schemes that are needed together. */
export type Requirements = readonly (readonly string[])[];

/** How a credential is sent, and the environment variables that it is taken from. */
export type SecurityScheme = BearerScheme | BasicScheme | KeyScheme | ClientCredentialsScheme;

/** A token in `Authorization`, behind the name of an HTTP authentication scheme: `Bearer` unless said otherwise. */
export interface BearerScheme {
  readonly type: 'bearer';
  readonly prefix?: string;
  readonly environment?: { readonly token?: string };
}

/** A user name and a password in `Authorization: Basic` (RFC 7617). */
export interface BasicScheme {
  readonly type: 'basic';
  readonly environment?: { readonly username?: string; readonly password?: string };
}

/** A key in a header, a query parameter or a cookie. */
export interface KeyScheme {
  readonly type: 'apiKey';
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** What stands before the key, with a space at its end; it is left out where the key begins with it already. */
  readonly prefix?: string;
  readonly environment?: { readonly key?: string };
}

/** An access token for the client's own id and secret (RFC 6749, 4.4); one that is ready does as well. */
export interface ClientCredentialsScheme {
  readonly type: 'clientCredentials';
  /** Where tokens are to be had; a relative one begins at the API's address. It may hold variables of addresses. */
  readonly tokenUrl: string;
  /** What a token is asked for with; nothing is said of scopes where there are none. */
  readonly scopes?: readonly string[];
  readonly environment?: {
    readonly token?: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
    /** Scopes apart by spaces, in place of those above. */
    readonly scopes?: string;
    readonly tokenUrl?: string;
  };
}

/** A user name and a password; an API key that stands for a user has an empty password. */
export interface PasswordCredential {
  readonly username: string;
  readonly password: string;
}

/** A client's own id and secret. */
export interface ClientCredential {
  readonly clientId: string;
  readonly clientSecret: string;
  /** In place of the scheme's. */
  readonly scopes?: readonly string[];
  /** In place of the scheme's. */
  readonly tokenUrl?: string;
  /** Further parameters of the token request, such as `audience`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** How id and secret are sent; in the header, and where that is refused in the body, unless said otherwise. */
  readonly sentIn?: 'header' | 'body';
}

/** What a scheme is satisfied by: a token or key, `user:password`, or the parts of a credential by name. */
export type Credential = string | PasswordCredential | ClientCredential;

/** Credentials by the names of their schemes; those that are missing are left out. */
export type Auth = Readonly<Record<string, Credential | undefined>>;
