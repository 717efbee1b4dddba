import { type Region, TOKEN_VARIABLE } from '../../intercom/connection.ts';
import { intercomProfile } from '../../intercom/profile.ts';
import { checkBaseUrl, resolveBaseUrl, resolveToken } from '../../runtime/http/endpoint.ts';
import { proxyHint, USE_PROXY_VARIABLE } from '../../runtime/http/proxy-hint.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import type { Check } from './check.ts';

/** Whether there is an access token that can be one, and where it comes from; no message holds any of it. */
export function checkToken(
  setting: string | undefined,
  source: string = TOKEN_VARIABLE,
): Check & { readonly token?: string } {
  try {
    const token = resolveToken(setting, intercomProfile) ?? '';
    const problem = problemOf(token);
    if (problem !== undefined) {
      const help = `Set ${TOKEN_VARIABLE} to the token alone, as the Developer Hub shows it.`;
      return { name: 'token', status: 'failed', message: problem, help };
    }
    const message = source === TOKEN_VARIABLE ? `${TOKEN_VARIABLE} is set` : `that of ${source}`;
    return hasUsualShape(token)
      ? { name: 'token', status: 'ok', message, token }
      : { name: 'token', status: 'ok', message: `${message}, in a form that is not the usual one`, token };
  } catch (error) {
    return failed('token', error);
  }
}

/** Mistakes of copying that still make a valid header. */
function problemOf(token: string): string | undefined {
  if (/^["'`]|["'`]$/.test(token)) return 'the token stands in quotes';
  if (/^[$<{[]|^\.+$|^your/i.test(token)) return 'a placeholder stands where the token should';
  return undefined;
}

/** Access tokens from the Developer Hub are Base64 of a text that begins with `tok:`. */
export function hasUsualShape(token: string): boolean {
  return /^dG9rO[\w+/-]{8,}={0,2}$/.test(token);
}

/** Where the API is. */
export interface Address {
  readonly baseUrl: URL;
  /** The region of the environment; none for an own address. */
  readonly region?: Region;
}

/** Whether INTERCOM_REGION and INTERCOM_BASE_URL name an address that may be used. */
export function checkAddress(
  { INTERCOM_REGION, INTERCOM_BASE_URL }: NodeJS.ProcessEnv,
  hosts: Readonly<Record<Region, string>>,
  source: string = TOKEN_VARIABLE,
): Check & { readonly address?: Address } {
  try {
    if (INTERCOM_BASE_URL) {
      const baseUrl = checkBaseUrl(INTERCOM_BASE_URL);
      const message = `${baseUrl.host}, by ${source === TOKEN_VARIABLE ? 'INTERCOM_BASE_URL' : source}`;
      return { name: 'address', status: 'ok', message, address: { baseUrl } };
    }
    // Refused by the next line unless it is one of the regions.
    const region = (INTERCOM_REGION || 'us') as Region;
    resolveBaseUrl({ region }, intercomProfile);
    const baseUrl = checkBaseUrl(hosts[region]);
    return {
      name: 'address',
      status: 'ok',
      message: `${baseUrl.host}, region ${region}`,
      address: { baseUrl, region },
    };
  } catch (error) {
    return failed('address', error);
  }
}

/** Whether requests go through the proxy that the environment names; none where it names none. */
export function checkProxy(environment: NodeJS.ProcessEnv): readonly Check[] {
  const hint = proxyHint(environment).trim();
  if (hint === '') return [];
  if (environment[USE_PROXY_VARIABLE] === '1') return [{ name: 'proxy', status: 'ok', message: 'HTTPS_PROXY is used' }];
  return [{ name: 'proxy', status: 'ok', message: 'HTTPS_PROXY is not used', help: hint }];
}

/** A check that failed by an error; a bug is thrown on. */
export function failed(name: string, error: unknown): Check {
  if (!(error instanceof ToolkitError)) throw error;
  return { name, status: 'failed', message: error.message, help: error.help };
}
