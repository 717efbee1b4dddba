import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { adminOf, byAdmin, sessionOf, setAdmin } from '../../http/admin-of.ts';
import { createAttemptLimit } from '../../http/attempt-limit.ts';
import { requireOwnPage } from '../../http/own-pages.ts';
import { requireSession } from '../../http/require-session.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../../http/session-cookie.ts';
import { takeBody } from '../../http/take-body.ts';
import { notFound } from '../../problem/problem.ts';
import { endSession } from '../../sessions/end-session.ts';
import { isSessionOver } from '../../sessions/sessions.ts';
import { createSession, getCurrentSession, listSessions, removeCurrentSession, removeSession } from './routes.ts';
import { currentSessionView, sessionView } from './schemas.ts';
import { signIn } from './sign-in.ts';

/** Sign-ins of one network that may fail, and within which time, in milliseconds. */
const FAILURES = { attempts: 10, span: 15 * 60_000 };

/** Adds the routes of sessions, whose guards differ; `admin` is that of the rest of the API. */
export function addSessionRoutes(app: OpenAPIHono, context: GatewayContext, admin: MiddlewareHandler): void {
  const { store, now, adminKeys, sessions, uptime } = context;
  const failures = createAttemptLimit({ ...FAILURES, now: uptime });

  /** A browser has one session: that of a sign-in before is not left behind. */
  const endFormer = async (c: Context): Promise<void> => {
    const token = sessionTokenOf(context, c);
    const former = token === undefined ? undefined : await sessions.identify(token);
    if (former !== undefined) await endSession(context, former.row.id, byAdmin(c));
  };

  app.post(createSession.path, requireOwnPage(context), takeBody());
  app.openapi(createSession, async (c) => {
    const { token, session } = await signIn(context, c, { proof: c.req.valid('json'), failures });
    setAdmin(c, session.admin);
    await endFormer(c);
    setSessionCookie(context, c, token);
    return c.json(currentSessionView(session), 201);
  });

  app.use(getCurrentSession.path, requireSession(context));
  app.openapi(getCurrentSession, (c) => c.json(currentSessionView(current(c)), 200));
  app.openapi(removeCurrentSession, async (c) => {
    await endSession(context, current(c).row.id, byAdmin(c));
    clearSessionCookie(context, c);
    return c.body(null, 204);
  });

  app.get(listSessions.path, admin);
  app.openapi(listSessions, async (c) => {
    const asker = adminOf(c);
    const own = asker.role === 'admin' ? undefined : asker.digest;
    const { rows, next } = await store.sessions.list(c.req.valid('query'), own);
    const alive = rows.filter((row) => !isSessionOver(row, now()));
    const found = await Promise.all(alive.map(async (row) => ({ row, admin: await adminKeys.find(row.key_digest) })));
    const result = found.flatMap(({ row, admin: of }) =>
      of === undefined ? [] : [sessionView(row, of, row.id === sessionOf(c)?.row.id)],
    );
    return c.json({ result, next_cursor: next }, 200);
  });

  // Behind those of the current session, which end the request.
  app.delete('/session/:id', admin);
  app.openapi(removeSession, async (c) => {
    const { id } = c.req.valid('param');
    const asker = adminOf(c);
    const row = isId(id) ? await store.sessions.get(id) : undefined;
    const isReached = row !== undefined && (asker.role === 'admin' || row.key_digest === asker.digest);
    if (!isReached || isSessionOver(row, now())) throw notFound('session');
    if (!(await endSession(context, id, byAdmin(c)))) throw notFound('session');
    return c.body(null, 204);
  });
}

function current(c: Context) {
  const session = sessionOf(c);
  if (session === undefined) throw new Error('a request came to its session without one');
  return session;
}
