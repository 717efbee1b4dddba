import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { isToken, newToken } from '../../secrets/tokens.ts';
import { continuePage, isVisit } from './continue-page.ts';
import { callbackUrl, LOGIN_LIFETIME, loginApi } from './login.ts';
import { setLoginCookie } from './login-cookie.ts';
import { LoginFailure } from './login-failure.ts';

/** Uses up a link, and sends its browser to the API with a state that only this browser can come back with; first asks whoever may be no person. */
export async function startLogin(context: GatewayContext, c: Context, id: string): Promise<Response> {
  const api = loginApi(context, id);
  const { clientId, authorizeUrl } = api.login;
  const { store, digest, now } = context;
  const link = c.req.query('link') ?? '';
  if (!isVisit(c)) return continuePage(c, { link, api });
  const state = newToken('login');
  const cookie = newToken('login');
  const time = now();
  const login = isToken('login', link)
    ? await store.logins.begin(digest(link), {
        state: digest(state),
        cookie: digest(cookie),
        now: time,
        until: time + LOGIN_LIFETIME,
      })
    : undefined;
  if (login === undefined || login.api !== api.id) {
    context.refusals.note({ actor: 'anyone', address: callerAddress(c), status: 'unknown_login' });
    throw new LoginFailure(
      { status: 400, reason: 'unknown_link' },
      'This link is incomplete, was used before, or is older than 10 minutes.',
    );
  }
  setLoginCookie(context, c, cookie);
  const url = new URL(authorizeUrl);
  const parameters = { client_id: clientId, redirect_uri: callbackUrl(context, api), response_type: 'code', state };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return c.redirect(url.href, 302);
}
