import type { Api } from '../catalog/api.ts';
import type { Client } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';

/** An API whose accounts a gateway connects, in all its versions. */
export interface HostedApi {
  /** Short name in lower-case letters, by which accounts name it: `acme`. */
  readonly id: string;
  /** The name as sentences have it: `Acme`. */
  readonly name: string;
  /** What one of its accounts is: `workspace`. */
  readonly noun: string;
  /** Versions that there are tools of, oldest first; at least one. */
  readonly toolVersions: readonly string[];
  /** Versions that an account may ask for, oldest first. */
  readonly apiVersions: readonly string[];
  /** The version of an account that names none. */
  readonly defaultVersion: string;
  /** The version whose tools do for a version of the API. */
  readonly toolVersionFor: (version: string) => string;
  /** The tools for a version of the API. */
  readonly open: (version: string) => Promise<Api>;
  /** Base URLs by region: the operator's choice, never that of who connects an account. */
  readonly addresses: Readonly<Record<string, string>>;
  /** What people read for regions, where it is more than their names. */
  readonly regionNames?: Readonly<Record<string, string>>;
  /** Parts of the addresses that each account has of its own. */
  readonly variables?: readonly AddressVariable[];
  /** Ways to give a credential, each enough by itself; an API without any asks for none. */
  readonly credentials: readonly CredentialWay[];
  /** Makes a client of an account; throws {@link ConfigError} for a credential that cannot be sent. */
  readonly createClient: (account: HostedAccount) => Client;
  /** How somebody connects an account by a login at the API; nobody can unless given. */
  readonly login?: HostedLogin;
  /** What an operator sets for such a login, and checks where the API does not know the registration: `ACME_CLIENT_ID and ACME_CLIENT_SECRET`. */
  readonly loginSettings?: string;
  /** The module that a program imports one of its resources from. */
  readonly moduleOf?: (module: string, version: string) => string;
}

/** What a person fills in to give a credential. */
export interface CredentialWay {
  /** Short name, unlike those of the other ways. */
  readonly id: string;
  /** As a form calls it: `Access token`. */
  readonly label: string;
  readonly fields: readonly CredentialField[];
}

/** One value of a credential. */
export interface CredentialField {
  /** As requests name it: `api_key`; the same in two ways is the same value. */
  readonly name: string;
  readonly label: string;
  /** Where it is found, and what is done with it. */
  readonly help?: string;
  /** Whether nobody should see it; a user's name is none. */
  readonly secret: boolean;
  /** There where nothing is a value as well, as for the password of a user who has none. */
  readonly mayBeEmpty?: true;
}

/** A part of an address, such as the name of a customer's own domain. */
export interface AddressVariable {
  readonly name: string;
  readonly description?: string;
  /** What it is unless an account says otherwise; an account has to say where there is none. */
  readonly default?: string;
  /** All that it may be; one label of a domain or a part of a path where that is not listed. */
  readonly values?: readonly string[];
}

/** An account as its client is made for it. */
export interface HostedAccount extends Pick<ClientOptions, 'fetch' | 'send' | 'timeout' | 'memory'> {
  readonly region: string;
  /** The address of the region. */
  readonly baseUrl: string;
  readonly version: string;
  /** Values of {@link AddressVariable}s by name, as far as they are not the usual ones. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values of {@link CredentialField}s by name. */
  readonly credential: Readonly<Record<string, string>>;
}

/** A gateway's registration with an API, for logins by OAuth. */
export interface HostedLogin {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where a person is sent to agree. */
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** Which field of a credential the access token is. */
  readonly field: string;
}
