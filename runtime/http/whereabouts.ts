import type { CallingProfile } from '../profile/calling-profile.ts';

/** What resolving an address or a credential needs of a profile. */
export type Reached = Pick<CallingProfile, 'name' | 'connection'>;

/** Where a person wants to reach an API: by one of the profile's regions, or at an address of their own. */
export interface Whereabouts {
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** Parts of addresses, by the names of their variables. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** True allows http to other machines, which anybody on the way can read. */
  readonly allowHttp?: boolean | undefined;
}
