import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isId, noAccount } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { adminOf, byAdmin } from '../../http/admin-of.ts';
import type { AuditEntry, AuditFilter } from '../../store/contract/audit.ts';
import { exportAudit, listAudit, listWholeAudit } from './routes.ts';
import { auditFilter, auditView } from './schemas.ts';

/** Adds the routes of the audit log. */
export function addAuditRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, audit } = context;

  const isKnown = async (id: string): Promise<boolean> =>
    (await store.accounts.get(id)) !== undefined ||
    (await store.audit.list({ account_ids: [id] }, { limit: 1 })).rows.length > 0;

  app.openapi(listAudit, async (c) => {
    const { id } = c.req.valid('param');
    if (!isId(id)) throw noAccount();
    const query = c.req.valid('query');
    const { rows, next } = await store.audit.list({ ...auditFilter(query), account_ids: [id] }, query);
    // What is left of a workspace that was removed is its log.
    if (rows.length === 0 && !(await isKnown(id))) throw noAccount();
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });

  app.openapi(listWholeAudit, async (c) => {
    const query = c.req.valid('query');
    const { rows, next } = await store.audit.list(reachedFilter(c, query), query);
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });

  app.openapi(exportAudit, async (c) => {
    const filter = reachedFilter(c, c.req.valid('query'));
    await audit.record({ ...byAdmin(c), action: 'audit.export', status: 'ok' });
    return c.body(linesOf(store.audit.each(filter)), 200, { 'Content-Type': 'application/x-ndjson' });
  });
}

/** Narrows what is asked for to the accounts of an operator. */
function reachedFilter(
  c: Context,
  {
    integrated_account_id: asked,
    ...query
  }: Parameters<typeof auditFilter>[0] & { integrated_account_id?: string | undefined },
): AuditFilter {
  const { accounts } = adminOf(c);
  const wanted = asked === undefined ? undefined : [asked];
  const account_ids = accounts === undefined ? wanted : (wanted ?? accounts).filter((id) => accounts.includes(id));
  return { ...auditFilter(query), account_ids };
}

/** Reads entries as whoever asked takes them. */
function linesOf(entries: AsyncGenerator<AuditEntry>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await entries.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(auditView(value))}\n`));
    },
    cancel: async () => {
      await entries.return(undefined);
    },
  });
}
