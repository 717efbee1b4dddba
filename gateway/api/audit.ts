import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findAccount } from '../accounts/find-account.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import type { AuditEntry } from '../store/contract/audit.ts';
import { ADMIN_ONLY, json, refusals } from './openapi/answers.ts';
import { accountParams, isoTime, timeField } from './openapi/fields.ts';
import { pageOf, pageQuery } from './openapi/page.ts';

const auditEntry = z
  .object({
    id: z.string(),
    at: timeField,
    actor: z.string().openapi({ description: 'Who: admin, url, api_token:<id>, oauth_client:<id> or system.' }),
    action: z.string().openapi({ description: 'What was done: tools/call, or a change such as server.create.' }),
    integrated_account_id: z.string().nullable(),
    mcp_id: z.string().nullable(),
    tool: z.string().nullable(),
    arguments: z.unknown().openapi({ description: 'Names and types of the arguments, never their values.' }),
    status: z.string(),
    upstream_status: z.int().nullable().openapi({ description: "HTTP status of Intercom's answer." }),
    latency_ms: z.int().nullable(),
    request_id: z.string().nullable().openapi({ description: "Intercom's." }),
  })
  .openapi('AuditEntry');

const auditPage = pageOf(auditEntry, 'AuditPage');

const list = createRoute({
  tags: ['Audit and usage'],
  security: ADMIN_ONLY,
  method: 'get',
  path: '/integrated-account/{id}/audit',
  summary: 'Read the audit log of a workspace',
  description: 'Changes and calls of tools, newest first, as far back as the log is kept.',
  request: { params: accountParams, query: pageQuery },
  responses: { 200: json(auditPage, 'A page of entries.'), ...refusals(400, 401, 404) },
});

const listAll = createRoute({
  tags: ['Audit and usage'],
  security: ADMIN_ONLY,
  method: 'get',
  path: '/audit',
  summary: 'Read the whole audit log',
  description: 'Of all workspaces, those that were removed too, newest first, as far back as the log is kept.',
  request: { query: pageQuery },
  responses: { 200: json(auditPage, 'A page of entries.'), ...refusals(400, 401) },
});

/** Adds the routes of the audit log. */
export function addAuditRoutes(app: OpenAPIHono, context: GatewayContext): void {
  app.openapi(list, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    const { rows, next } = await context.store.audit.list(id, c.req.valid('query'));
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });
  app.openapi(listAll, async (c) => {
    const { rows, next } = await context.store.audit.list(undefined, c.req.valid('query'));
    return c.json({ result: rows.map(auditView), next_cursor: next }, 200);
  });
}

function auditView({
  id,
  at,
  account_id,
  server_id,
  arguments: shape,
  ...entry
}: AuditEntry): z.output<typeof auditEntry> {
  return {
    id,
    at: isoTime(at),
    actor: entry.actor,
    action: entry.action,
    integrated_account_id: account_id,
    mcp_id: server_id,
    tool: entry.tool,
    arguments: shape === null ? null : JSON.parse(shape),
    status: entry.status,
    upstream_status: entry.upstream_status,
    latency_ms: entry.latency_ms,
    request_id: entry.request_id,
  };
}
