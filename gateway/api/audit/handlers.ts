import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isId, noAccount } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { byAdmin, isReached, reachedAccounts } from '../../http/admin-of.ts';
import { notFound } from '../../problem/problem.ts';
import type { AuditEntry, AuditFilter } from '../../store/contract/audit.ts';
import { startOf } from '../../store/contract/counters.ts';
import { exportForms } from './export-lines.ts';
import { exportAudit, listAudit, listWholeAudit, readAudit } from './routes.ts';
import { auditFilter, auditView, type ExportFormat } from './schemas.ts';

/** Adds the routes of the audit log. */
export function addAuditRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, audit, now } = context;

  const isKnown = async (id: string): Promise<boolean> =>
    (await store.accounts.get(id)) !== undefined ||
    (await store.audit.list({ account_ids: [id] }, { limit: 1 })).rows.length > 0;

  app.openapi(listAudit, async (c) => {
    const { id } = c.req.valid('param');
    if (!isId(id)) throw noAccount();
    const query = c.req.valid('query');
    const { rows, next } = await store.audit.list({ ...auditFilter(query), account_ids: [id] }, query);
    // What is left of an account that was removed is its log.
    if (rows.length === 0 && !(await isKnown(id))) throw noAccount();
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });

  app.openapi(listWholeAudit, async (c) => {
    const query = c.req.valid('query');
    const { rows, next } = await store.audit.list(reachedFilter(c, query), query);
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });

  app.openapi(exportAudit, async (c) => {
    const { format, ...query } = c.req.valid('query');
    const entries = store.audit.each(reachedFilter(c, query));
    await audit.record({ ...byAdmin(c), action: 'audit.export', status: 'ok' });
    return c.body(linesOf(entries, exportForms[format]), 200, {
      'Content-Type': exportForms[format].type,
      'Content-Disposition': `attachment; filename="audit-${startOf('day', now())}.${format}"`,
    });
  });

  // Behind the export, whose address is none of an entry.
  app.openapi(readAudit, async (c) => {
    const { id } = c.req.valid('param');
    const entry = isId(id) ? await store.audit.get(id) : undefined;
    if (entry === undefined || !isReached(c, entry.account_id)) throw notFound('entry of the audit log');
    return c.json({ ...auditView(entry), related: (await relatedTo(c, entry)).map(auditView) }, 200);
  });

  async function relatedTo(c: Context, { id, call_id }: AuditEntry): Promise<AuditEntry[]> {
    if (call_id === null) return [];
    const filter = { call_id, account_ids: reachedAccounts(c, undefined) };
    const { rows } = await store.audit.list(filter, { limit: MOST_RELATED });
    return rows.filter((row) => row.id !== id);
  }
}

/** Entries of one call that are shown with it: there are two. */
const MOST_RELATED = 20;

/** Narrows what is asked for to the accounts of an operator. */
function reachedFilter(
  c: Context,
  {
    integrated_account_id: asked,
    ...query
  }: Parameters<typeof auditFilter>[0] & { integrated_account_id?: string | undefined },
): AuditFilter {
  return { ...auditFilter(query), account_ids: reachedAccounts(c, asked) };
}

/** Reads entries as whoever asked takes them. */
function linesOf(
  entries: AsyncGenerator<AuditEntry>,
  { head, line }: (typeof exportForms)[ExportFormat],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => {
      if (head !== '') controller.enqueue(encoder.encode(head));
    },
    pull: async (controller) => {
      const { done, value } = await entries.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(line(value)));
    },
    cancel: async () => {
      await entries.return(undefined);
    },
  });
}
