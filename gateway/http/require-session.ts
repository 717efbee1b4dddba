import type { Context, MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import { isSameDigest } from '../secrets/tokens.ts';
import type { ActiveSession } from '../sessions/sessions.ts';
import { byAdmin, setAdmin, setSession } from './admin-of.ts';
import { isFromOwnPage, isRead, OTHER_PAGE } from './own-pages.ts';
import { sessionTokenOf } from './session-cookie.ts';

/** The header that repeats a session's CSRF token. */
export const CSRF_HEADER = 'X-CSRF-Token';

type Needed = Pick<GatewayContext, 'sessions' | 'publicUrl' | 'refusals'>;

/** Lets those through whose browser is signed in. */
export function requireSession(context: Needed): MiddlewareHandler {
  return async (c, next) => {
    const token = sessionTokenOf(context, c);
    if (token === undefined) throw NO_SESSION;
    await enter(context, c, token);
    return next();
  };
}

/**
 * Takes the session of a cookie's token for who asks, and answers it. Throws a {@link Problem} where it has ended, where another
 * page sent the request, and for one that changes something without the session's CSRF token.
 */
export async function enter(context: Needed, c: Context, token: string): Promise<ActiveSession> {
  const session = await context.sessions.identify(token);
  if (session === undefined) throw NO_SESSION;
  setAdmin(c, session.admin);
  const isMeant = isRead(c) || isSameDigest(c.req.header(CSRF_HEADER) ?? '', session.csrfToken);
  const isOwn = isFromOwnPage(c, context);
  if (!isOwn || !isMeant) {
    context.refusals.note({ ...byAdmin(c), status: 'csrf' });
    throw isOwn ? NO_CSRF_TOKEN : OTHER_PAGE;
  }
  setSession(c, session);
  return session;
}

const NO_SESSION = new Problem(
  { status: 401, code: 'no_session' },
  'Nobody is signed in with this browser: there was no session, or it has ended.',
  'Sign in again, with POST /session; programs send an admin key as Authorization: Bearer.',
);

const NO_CSRF_TOKEN = new Problem(
  { status: 403, code: 'csrf' },
  `${CSRF_HEADER} is missing, or is not that of this session.`,
  `Repeat csrf_token of GET /session/current in ${CSRF_HEADER} with whatever is no GET.`,
);
