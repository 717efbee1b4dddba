import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import { fillAddress } from './fill-address.ts';
import type { Reached, Whereabouts } from './whereabouts.ts';

/**
 * The base URL, without a slash at its end, of a region or of an own address: https, or http on loopback unless it is allowed;
 * throws {@link ConfigError}.
 */
export function resolveBaseUrl({ region, baseUrl, ...whereabouts }: Whereabouts, { name, connection }: Reached): URL {
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl, whereabouts);
  const address = addressOf(region ?? connection.defaultRegion, { name, connection });
  return checkBaseUrl(described(address, whereabouts, { name, connection }), whereabouts);
}

/** An address as a base URL, without a slash at its end: https, or http on loopback; throws {@link ConfigError} for another. */
export function checkBaseUrl(address: string, { allowHttp = false }: Pick<Whereabouts, 'allowHttp'> = {}): URL {
  const url = URL.parse(address);
  if (url === null || !isSafe(url, allowHttp)) {
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

/** Whether what is sent to an address cannot be read on the way, or may be. */
function isSafe({ protocol, hostname }: URL, allowHttp: boolean): boolean {
  return protocol === 'https:' || (protocol === 'http:' && (allowHttp || isLoopback(hostname)));
}

/** An address that the connection says, with its variables filled in; throws {@link ConfigError} where a person has to say more. */
export function described(address: string, whereabouts: Whereabouts, { name, connection }: Reached): string {
  const { baseUrl: variable, allowHttp } = connection.environment ?? {};
  const from = variable === undefined ? '' : `, for example from ${variable}`;
  const filled = fillAddress(address, whereabouts.variables, { name, connection });
  const url = URL.parse(filled);
  if (url === null) {
    throw new ConfigError(
      `The description of ${name} says of its address only that it is ${JSON.stringify(filled)}.`,
      `Give baseUrl, such as https://api.example.com${filled.startsWith('/') ? filled.replace(/\/+$/, '') : ''}${from}.`,
    );
  }
  if (isSafe(url, whereabouts.allowHttp ?? false)) return filled;
  const allowed = allowHttp === undefined ? '' : `, or with ${allowHttp}=1`;
  throw new ConfigError(
    `The address of ${name}, ${url.host}, is described with ${url.protocol}// alone, which anybody on the way can read.`,
    `Give baseUrl with https${from}. Where the API has no other, allow it with the option allowHttp${allowed}.`,
  );
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
  if (trimmed === '') throw missingToken({ name, variable });
  return checkToken(trimmed, { name, variable });
}

/** Whose token it is, and the environment variable that it is taken from. */
interface TokenSetting {
  readonly name: string;
  readonly variable?: string | undefined;
  /** What stands before it in `Authorization`; `Bearer` unless said otherwise. */
  readonly prefix?: string | undefined;
}

/** The error about a token that is not set. */
export function missingToken({ name, variable }: TokenSetting): ConfigError {
  return new ConfigError(
    `No ${name} access token is set.`,
    variable === undefined ? 'Give an access token.' : `Set the environment variable ${variable} to an access token.`,
  );
}

/** A token that can be one; throws {@link ConfigError} for another, whose message does not hold it. */
export function checkToken(token: string, { name, variable, prefix = 'Bearer' }: TokenSetting): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new ConfigError(
    `The ${name} access token holds characters that no token has.`,
    `${variable === undefined ? 'Give' : `Set ${variable} to`} the token alone, without "${prefix}" and without quotes.`,
  );
}

/** True for the host names of this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
