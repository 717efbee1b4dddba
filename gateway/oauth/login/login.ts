import type { HostedApi, HostedLogin } from '../../../runtime/hosting/hosted-api.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { LoginFailure } from './login-failure.ts';

/** How long a login may take, from its link to the way back, in milliseconds. */
export const LOGIN_LIFETIME = 10 * 60_000;

/** An API where somebody can log in. */
export interface LoginApi extends Pick<HostedApi, 'id' | 'name' | 'noun' | 'loginSettings'> {
  readonly login: HostedLogin;
}

/** Where an API sends a person back to; the settings of the app there have to hold exactly this. */
export function callbackUrl({ publicUrl }: Pick<GatewayContext, 'publicUrl'>, { id }: Pick<HostedApi, 'id'>): string {
  return `${publicUrl}/oauth/${id}/callback`;
}

/** What an operator reads whose gateway has no app at an API. */
export function noApp({ name, noun, loginSettings }: Pick<HostedApi, 'name' | 'noun' | 'loginSettings'>): {
  message: string;
  help: string;
} {
  const start = loginSettings === undefined ? '' : `Set ${loginSettings} and start the gateway again, or connect`;
  return {
    message: `This gateway has no app at ${name}, so nobody can log in there.`,
    help: `${start || 'Connect'} the ${noun} with its credential.`,
  };
}

/** The API of an address, with its login; throws a {@link LoginFailure} where there is none. */
export function loginApi({ apis }: Pick<GatewayContext, 'apis'>, id: string): LoginApi {
  const api = apis.all.find((one) => one.id === id);
  if (api?.login !== undefined) return { ...api, login: api.login };
  const { message, help } = noApp(api ?? { name: 'that API', noun: 'account' });
  throw new LoginFailure({ status: 400, reason: 'no_login' }, message, help);
}
