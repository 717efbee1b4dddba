import type { RetryOptions } from './http/retry.ts';
import type { Send } from './http/send.ts';
import type { CallingProfile } from './profile/calling-profile.ts';
import type { AuthOf } from './profile/connection.ts';
import type { Memory } from './value/memory.ts';

/** Settings of {@link createClient}. */
export interface ClientOptions<Profile extends CallingProfile = CallingProfile> {
  /** What is particular about the API: its addresses, its credentials, its words. Without one a `baseUrl` is needed, and the `token` is a bearer's. */
  readonly profile?: Profile | undefined;
  /** Credentials by the names of their schemes; missing ones are a {@link ConfigError} where the API asks for them. */
  readonly auth?: AuthOf<Profile['connection']> | undefined;
  /** The short form of `auth` where one text does: the access token, the API key, `user:password`. */
  readonly token?: string | undefined;
  /** One of the profile's regions; its default unless said otherwise. */
  readonly region?: string | undefined;
  /** Replaces the region's address, and no other server's: https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Parts of addresses, by the names of their variables. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Addresses in place of servers that some tools are at, by the address that the description has. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** True allows http to other machines, which anybody on the way can read. */
  readonly allowHttp?: boolean | undefined;
  /** The version of the API, where a header names it: that of the profile unless said otherwise; null sends none. */
  readonly version?: string | null;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Sends the requests of calls in place of `fetch`, which goes on asking for tokens. */
  readonly send?: Send | undefined;
  /** Milliseconds until a call is given up; 30,000 unless said otherwise. */
  readonly timeout?: number;
  /** Bytes that an answer may have once decoded; 10 MiB unless said otherwise. */
  readonly maxBytes?: number;
  /** Tries idempotent calls again; none unless said otherwise. */
  readonly retry?: RetryOptions;
  /** The time in milliseconds that relative dates of searches count from; the system's clock unless said otherwise. */
  readonly now?: () => number;
  /** What is known of the account for a minute; one of the client's own unless given. */
  readonly memory?: Memory;
  /** False where arguments take ids alone, and answers show no names beside them; true unless said otherwise. */
  readonly names?: boolean;
}
