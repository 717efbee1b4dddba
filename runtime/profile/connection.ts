/** How an API is reached, and what a person has to set for it. */
export interface Connection {
  /** Addresses by region, or by any other name that a person chooses one by; empty where a client has to be given one. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The address that is used unless said otherwise. */
  readonly defaultRegion?: string;
  readonly authentication: Authentication;
  /** The header that names the version of the API, and the version that the tools were generated from. */
  readonly version?: { readonly header: string; readonly value: string };
  /** Environment variables that messages name: `token` for the credential. */
  readonly environment?: { readonly token?: string; readonly region?: string; readonly baseUrl?: string };
}

/** How a credential is sent: as `Authorization: Bearer`, or not at all, where an API asks for none. */
export type Authentication = 'bearer' | 'none';
