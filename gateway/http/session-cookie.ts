import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { GatewayContext } from '../context/gateway-context.ts';
import { SESSION_LIFETIME } from '../store/contract/sessions.ts';

type Place = Pick<GatewayContext, 'publicUrl'>;

const NAME = 'imcp_session';

/** Under https no page of another host name can set a cookie of this prefix. */
function prefixAt({ publicUrl }: Place): 'host' | undefined {
  return new URL(publicUrl).protocol === 'https:' ? 'host' : undefined;
}

/** The name of the cookie of a session, as a browser sends it. */
export function sessionCookieName(place: Place): string {
  return prefixAt(place) === 'host' ? `__Host-${NAME}` : NAME;
}

function optionsAt(place: Place) {
  const prefix = prefixAt(place);
  const secure = prefix !== undefined && ({ prefix, secure: true } as const);
  return { path: '/', httpOnly: true, sameSite: 'Strict', ...secure } as const;
}

/** Gives the browser the token of its session. */
export function setSessionCookie(place: Place, c: Context, token: string): void {
  setCookie(c, NAME, token, { ...optionsAt(place), maxAge: SESSION_LIFETIME / 1000 });
}

/** Takes the token away from the browser. */
export function clearSessionCookie(place: Place, c: Context): void {
  deleteCookie(c, NAME, optionsAt(place));
}

/**
 * The token of the browser's session; undefined where it has none. Of two cookies of the name one was set by somebody else,
 * such as another port of this machine, for a path of the gateway: then neither is taken.
 */
export function sessionTokenOf(place: Place, c: Context): string | undefined {
  const start = `${sessionCookieName(place)}=`;
  const cookies = (c.req.header('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const [own, ...more] = cookies.filter((cookie) => cookie.startsWith(start));
  return more.length > 0 ? undefined : own?.slice(start.length);
}
