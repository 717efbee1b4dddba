import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { isSameDigest, isToken } from '../../secrets/tokens.ts';
import type { Login } from '../../store/contract/logins.ts';
import { connectedPage } from './connected-page.ts';
import { exchangeCode } from './exchange-code.ts';
import { loginApi } from './login.ts';
import { clearLoginCookie, loginCookieOf } from './login-cookie.ts';
import { LoginFailure } from './login-failure.ts';
import { storeToken } from './store-token.ts';

/** Ends a login at an API, whatever it came to: its state is used up, and the account connected where all is as it should be. */
export async function finishLogin(context: GatewayContext, c: Context, id: string): Promise<Response> {
  const api = loginApi(context, id);
  const { store, digest, audit } = context;
  const address = callerAddress(c);
  const answer = new URL(c.req.url).searchParams;
  const state = answer.get('state') ?? '';
  const login = isToken('login', state) ? await store.logins.finish(digest(state)) : undefined;
  if (login === undefined || login.api !== api.id) {
    context.refusals.note({ actor: 'anyone', address, status: 'unknown_login' });
    throw unknownLogin();
  }
  try {
    checkBrowser(context, c, login);
    const token = await exchangeCode(context, api, { answer, state });
    const account = await storeToken(context, login, { api, token, address });
    return await connectedPage(context, c, { account, noun: api.noun });
  } catch (error) {
    const status = error instanceof LoginFailure ? error.reason : 'error';
    await audit.record({ account_id: login.account_id, actor: 'oauth', address, action: 'login.finish', status });
    throw error;
  }
}

function unknownLogin(): LoginFailure {
  return new LoginFailure(
    { status: 400, reason: 'unknown_state' },
    'This login is not known here: it is over already, is older than 10 minutes, or was never begun.',
    'If this page was loaded twice, the first answer counts. Otherwise ask for a new link, and log in again.',
  );
}

/** Another browser's login is not ended here: somebody could have sent its address. */
function checkBrowser(context: GatewayContext, c: Context, login: Login): void {
  const cookie = loginCookieOf(context, c);
  if (
    cookie === undefined ||
    login.cookie_digest === null ||
    !isSameDigest(context.digest(cookie), login.cookie_digest)
  )
    throw new LoginFailure(
      { status: 403, reason: 'other_browser' },
      'This login was not begun in this browser, or another one was begun here after it.',
      'Ask for a new link, open it in this browser, and finish one login before the next. Cookies have to be allowed.',
    );
  clearLoginCookie(context, c);
  if (login.expires_at <= context.now())
    throw new LoginFailure({ status: 400, reason: 'expired' }, 'This login took longer than 10 minutes.');
}
