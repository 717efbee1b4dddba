import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isLocalHttp } from './is-local-http.ts';
import { LOGIN_LIFETIME } from './login.ts';

type Place = Pick<GatewayContext, 'publicUrl'>;

const NAME = 'imcp_login';

function prefixAt({ publicUrl }: Place): 'host' | undefined {
  return isLocalHttp(publicUrl) ? undefined : 'host';
}

/** Lax, since the way back from the API is a navigation that another site begins. */
function optionsAt(place: Place) {
  const prefix = prefixAt(place);
  const secure = prefix !== undefined && ({ prefix, secure: true } as const);
  return { path: '/', httpOnly: true, sameSite: 'Lax', ...secure } as const;
}

/** Gives the browser the secret of its login; a login that it began before can no longer be finished. */
export function setLoginCookie(place: Place, c: Context, secret: string): void {
  setCookie(c, NAME, secret, { ...optionsAt(place), maxAge: LOGIN_LIFETIME / 1000 });
}

/** The secret of the browser's login; undefined where it has none. */
export function loginCookieOf(place: Place, c: Context): string | undefined {
  return getCookie(c, NAME, prefixAt(place));
}

/** Takes the secret away from the browser. */
export function clearLoginCookie(place: Place, c: Context): void {
  deleteCookie(c, NAME, optionsAt(place));
}
