import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';

/** Where an Intercom workspace's data lives. */
export type Region = 'us' | 'eu' | 'au';

/** API host of each region, from the `servers` of Intercom's OpenAPI description. */
export const REGION_HOSTS: Readonly<Record<Region, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

/** Environment variable that holds the access token, named in the error about a missing one. */
export const TOKEN_VARIABLE = 'INTERCOM_ACCESS_TOKEN';

/** The base URL, without a slash at its end, of a region or of an own address: https, or http on loopback; throws {@link ConfigError}. */
export function resolveBaseUrl({ region = 'us', baseUrl }: { region?: Region; baseUrl?: string | undefined }): URL {
  const address = baseUrl ?? (Object.hasOwn(REGION_HOSTS, region) ? REGION_HOSTS[region] : undefined);
  if (address === undefined) {
    const regions = Object.keys(REGION_HOSTS);
    throw new ConfigError(
      `Unknown region ${JSON.stringify(region)}.${didYouMean(String(region), regions)}`,
      `Set the region to one of ${regions.join(', ')}.`,
    );
  }
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))) {
    throw new ConfigError(
      'The base URL is neither https nor http on this machine.',
      'Give an address such as https://api.intercom.io or http://127.0.0.1:4010: a token is never sent in the clear.',
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

/** The access token without surrounding white space; throws {@link ConfigError}, whose message never holds the token. */
export function resolveToken(token: string | undefined): string {
  const trimmed = token?.trim() ?? '';
  if (trimmed === '') {
    throw new ConfigError(
      'No Intercom access token is set.',
      `Set the environment variable ${TOKEN_VARIABLE} to an access token.`,
    );
  }
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ConfigError(
    'The Intercom access token holds characters that no token has.',
    `Set ${TOKEN_VARIABLE} to the token alone, without "Bearer" and without quotes.`,
  );
}

/** True for the host names of this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
