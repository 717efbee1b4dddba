import { ACCESS_TOKEN } from '../runtime/hosting/credential-ways.ts';
import type { HostedLogin } from '../runtime/hosting/hosted-api.ts';
import { checkBaseUrl } from '../runtime/http/endpoint.ts';
import { ConfigError } from '../runtime/value/errors.ts';

/** Environment variables that hold the id and the secret of the app at Intercom. */
export const APP_VARIABLES = { id: 'INTERCOM_CLIENT_ID', secret: 'INTERCOM_CLIENT_SECRET' } as const;

/**
 * The login by the app at Intercom that the environment names; undefined where it names none. Throws {@link ConfigError} for one
 * of id and secret without the other, and for an address that is neither https nor http on this machine. Where Intercom asks for
 * consent and gives out tokens is what its own OmniAuth strategy uses (`intercom/omniauth-intercom`).
 */
export function intercomLoginFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): HostedLogin | undefined {
  const read = (variable: string): string => env[variable]?.trim() ?? '';
  const clientId = read(APP_VARIABLES.id);
  const clientSecret = read(APP_VARIABLES.secret);
  if (clientId === '' && clientSecret === '') return undefined;
  if (clientId === '' || clientSecret === '') {
    const [set, missing] =
      clientId === '' ? [APP_VARIABLES.secret, APP_VARIABLES.id] : [APP_VARIABLES.id, APP_VARIABLES.secret];
    throw new ConfigError(
      `${set} is set, and ${missing} is not.`,
      `Set ${missing} too; both are in the Developer Hub of Intercom, under the app's basic information. Or leave both out.`,
    );
  }
  const address = (variable: string, usual: string): string => checked(variable, read(variable) || usual);
  return intercomLogin({
    clientId,
    clientSecret,
    authorizeUrl: address('INTERCOM_OAUTH_URL', 'https://app.intercom.com/oauth'),
    tokenUrl: address('INTERCOM_TOKEN_URL', 'https://api.intercom.io/auth/eagle/token'),
  });
}

/** A login by an app at Intercom. */
export function intercomLogin(app: Omit<HostedLogin, 'field'>): HostedLogin {
  return { ...app, field: ACCESS_TOKEN };
}

function checked(variable: string, value: string): string {
  try {
    return checkBaseUrl(value).href;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(`${variable} cannot be used. ${error.message}`, error.help, { cause: error });
  }
}
