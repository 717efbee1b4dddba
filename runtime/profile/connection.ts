import type { Auth, Credential, PasswordCredential, Security, SecurityScheme } from './security.ts';

/** How an API is reached, and what a person has to set for it. */
export interface Connection {
  /**
   * Addresses by region, or by any other name that a person chooses one by; empty where a client has to be given one. They may
   * hold `{variables}`; a relative one says only what the path of a client's `baseUrl` has to be.
   */
  readonly addresses: Readonly<Record<string, string>>;
  /** The address that is used unless said otherwise. */
  readonly defaultRegion?: string;
  /** The variables of all addresses, by name. */
  readonly variables?: Readonly<Record<string, AddressVariable>>;
  /** Other servers that some tools are at, by the address that {@link Tool.server} says. */
  readonly servers?: Readonly<Record<string, OtherServer>>;
  readonly authentication: Authentication;
  /** The header that names the version of the API, and the version that the tools were generated from. */
  readonly version?: { readonly header: string; readonly value: string };
  /** Environment variables that messages name: `token` for the credential, or for that of every scheme that takes a token. */
  readonly environment?: {
    readonly token?: string;
    readonly region?: string;
    readonly baseUrl?: string;
    /** `1` allows addresses that are neither https nor on this machine. */
    readonly allowHttp?: string;
  };
}

/** A part of addresses that a person may choose. */
export interface AddressVariable {
  /** What it is unless said otherwise; without one it has to be set. */
  readonly default?: string;
  /** All that it can be; anything unless given. */
  readonly enum?: readonly string[];
  /** The environment variable that it is taken from. */
  readonly environment?: string;
}

/** A server beside the API's own. */
export interface OtherServer {
  /** Its addresses by region, where it has more than the one that it is named by. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** The environment variable that replaces its address. */
  readonly environment?: string;
}

/** How a credential is sent: as `Authorization: Bearer`, or not at all, where an API asks for none, or by schemes. */
export type Authentication = 'bearer' | 'none' | Security;

/** The credentials that an API takes, by its schemes; an API of one bearer token calls it `token`. */
export type AuthOf<Its extends Pick<Connection, 'authentication'>> = Its['authentication'] extends {
  readonly schemes: infer Schemes;
}
  ? string extends keyof Schemes
    ? Auth
    : { readonly [Name in keyof Schemes]?: CredentialOf<Schemes[Name]> | undefined }
  : Auth;

type CredentialOf<Scheme> = Scheme extends { readonly type: SecurityScheme['type'] }
  ? {
      bearer: string;
      apiKey: string;
      basic: string | PasswordCredential;
      clientCredentials: string | Client;
    }[Scheme['type']]
  : Credential;
type Client = Exclude<Credential, string | PasswordCredential>;
