import { REGION_HOSTS, type Region } from '../../intercom/connection.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import { type Identity, identify } from '../identity/identify.ts';
import { loadWhoAmI } from '../identity/load-who-am-i.ts';
import { CredentialError } from '../output/credential-error.ts';

/** A token, and where its workspace may be: at an address, in a region, or in any. */
export interface Claim {
  readonly token: string;
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly apiVersion?: string | undefined;
}

/** Whose token it is, and the region that takes it. */
export interface Home {
  readonly identity: Identity;
  readonly region?: string;
}

/** Settings of {@link findHome}, for tests. */
export interface Asking {
  readonly fetch?: typeof fetch;
  readonly hosts?: Readonly<Record<Region, string>>;
}

/**
 * Asks Intercom whose token it is; regions that may be its own are asked one after the other, until one takes it. Throws
 * {@link CredentialError} where none does, and whatever else keeps it from being asked.
 */
export async function findHome(
  { token, region, baseUrl, apiVersion: version }: Claim,
  { fetch: send = fetch, hosts = REGION_HOSTS }: Asking = {},
): Promise<Home> {
  const whoAmI = await loadWhoAmI();
  const places: readonly (readonly [string | undefined, string])[] =
    baseUrl === undefined
      ? Object.entries(hosts).filter(([name]) => region === undefined || name === region)
      : [[undefined, baseUrl]];
  for (const [name, address] of places) {
    const { identity, error } = await identify(address, { whoAmI, token, version, fetch: send, now: Date.now });
    if (identity !== undefined) return { identity, ...(name !== undefined && { region: name }) };
    if (error !== undefined && !(error instanceof ApiError && error.status === 401)) throw error;
  }
  const where =
    region !== undefined ? `in the region ${region}` : baseUrl !== undefined ? `by ${baseUrl}` : 'in every region';
  throw new CredentialError(
    `The token is refused ${where}, so nothing was stored.`,
    "Copy the access token anew: Intercom's Developer Hub, your app, Configure, Authentication.",
  );
}
