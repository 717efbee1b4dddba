import type { CallingProfile } from '../profile/calling-profile.ts';
import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';

/** What resolving an address or a credential needs of a profile. */
export type Reached = Pick<CallingProfile, 'name' | 'connection'>;

/** Where a person wants to reach an API: by one of the profile's regions, or at an address of their own. */
export interface Whereabouts {
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** The base URL, without a slash at its end, of a region or of an own address: https, or http on loopback; throws {@link ConfigError}. */
export function resolveBaseUrl({ region, baseUrl }: Whereabouts, { name, connection }: Reached): URL {
  return checkBaseUrl(baseUrl ?? addressOf(region ?? connection.defaultRegion, { name, connection }));
}

/** An address as a base URL, without a slash at its end: https, or http on loopback; throws {@link ConfigError} for another. */
export function checkBaseUrl(address: string): URL {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))) {
    throw new ConfigError(
      'The base URL is neither https nor http on this machine.',
      'Give an address such as https://api.example.com or http://127.0.0.1:4010: a token is never sent in the clear.',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ConfigError(
      'The base URL holds credentials, a query or a fragment.',
      'Give its scheme, host and path alone.',
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

function addressOf(region: string | undefined, { name, connection: { addresses, environment = {} } }: Reached): string {
  const address = region !== undefined && Object.hasOwn(addresses, region) ? addresses[region] : undefined;
  if (address !== undefined) return address;
  const regions = Object.keys(addresses);
  if (regions.length === 0) {
    const variable = environment.baseUrl === undefined ? '' : `, for example from ${environment.baseUrl}`;
    throw new ConfigError(`No address of ${name} is set.`, `Give baseUrl${variable}.`);
  }
  throw new ConfigError(
    region === undefined
      ? `No region of ${name} is set.`
      : `Unknown region ${JSON.stringify(region)}.${didYouMean(region, regions)}`,
    `Set the region to one of ${regions.join(', ')}.`,
  );
}

/**
 * The access token without surrounding white space, null where the API asks for none; throws
 * {@link ConfigError}, whose message never holds the token.
 */
export function resolveToken(token: string | undefined, { name, connection }: Reached): string | null {
  if (connection.authentication === 'none') return null;
  const variable = connection.environment?.token;
  const trimmed = token?.trim() ?? '';
  if (trimmed === '') {
    throw new ConfigError(
      `No ${name} access token is set.`,
      variable === undefined ? 'Give an access token.' : `Set the environment variable ${variable} to an access token.`,
    );
  }
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ConfigError(
    `The ${name} access token holds characters that no token has.`,
    `${variable === undefined ? 'Give' : `Set ${variable} to`} the token alone, without "Bearer" and without quotes.`,
  );
}

/** True for the host names of this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
