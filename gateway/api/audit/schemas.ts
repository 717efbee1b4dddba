import { z } from '@hono/zod-openapi';
import { firstAuditId } from '../../audit/audit-entry.ts';
import type { AuditEntry, AuditFilter } from '../../store/contract/audit.ts';
import { isoTime, plainText as text, timeField } from '../openapi/fields.ts';
import { pageOf, pageQuery } from '../openapi/page.ts';

const auditEntry = z
  .object({
    id: z.string(),
    at: timeField,
    seq: z.int().nullable().openapi({ description: 'Its place in the chain; null from before there was one.' }),
    hash: z
      .string()
      .nullable()
      .openapi({ description: 'Keyed hash of this entry and the one before it in the chain.' }),
    actor: z.string().openapi({
      description:
        'Who: admin_key:<id>, url, api_token:<id>, oauth_client:<id>, oauth, command, system, or anyone who was refused.',
    }),
    actor_name: z.string().nullable().openapi({ description: "The name of the actor's key, as it was then." }),
    address: z.string().nullable().openapi({ description: "The caller's IP address." }),
    action: z
      .string()
      .openapi({ description: 'What was done: tools/call, refuse, or a change such as server.create.' }),
    integrated_account_id: z.string().nullable(),
    mcp_id: z.string().nullable(),
    target: z
      .string()
      .nullable()
      .openapi({ description: 'What else it was done to: the name of a key, the id of a session.' }),
    tool: z.string().nullable(),
    arguments: z.unknown().openapi({ description: 'Names and types of the arguments, never their values.' }),
    status: z.string().openapi({ description: 'What it came to; `begun` for a write that goes out to the API.' }),
    upstream_status: z.int().nullable().openapi({ description: "HTTP status of the API's answer." }),
    latency_ms: z.int().nullable(),
    request_id: z.string().nullable().openapi({ description: "The API's." }),
    call_id: z.string().nullable().openapi({ description: 'What the two entries of one write share.' }),
    times: z.int().nullable().openapi({ description: 'How often it happened, where one entry stands for several.' }),
    program_id: z
      .string()
      .nullable()
      .openapi({ description: 'What a program and each of the calls that it makes share.' }),
  })
  .openapi('AuditEntry');

/** The keys of an entry, in their order. */
export const auditColumns = auditEntry.keyof().options;

/** One entry, with those of the same call. */
export const auditDetail = z
  .object({
    ...auditEntry.shape,
    related: z.array(auditEntry).openapi({ description: 'The other entries of its `call_id`, newest first.' }),
  })
  .openapi('AuditDetail');

/** A part of the log. */
export const auditPage = pageOf(auditEntry, 'AuditPage');

const moment = z.iso.datetime({ offset: true });

/** Which entries are asked for: all that is given has to hold. */
export const auditQuery = z.strictObject({
  from: moment.optional().openapi({ description: 'From this moment on.' }),
  to: moment.optional().openapi({ description: 'Before this moment.' }),
  actor: text.optional(),
  action: text.optional(),
  mcp_id: text.optional(),
  tool: text.optional(),
  status: text.optional(),
  request_id: text.optional().openapi({ description: "The API's." }),
  call_id: text.optional(),
  program_id: text.optional().openapi({ description: 'A program, and the calls that it made.' }),
});

/** The same for the log of all accounts. */
export const wholeAuditQuery = auditQuery.extend({
  integrated_account_id: text.optional().openapi({ description: 'Of this account, also where it was removed.' }),
});

/** The form in which entries are exported. */
const exportFormats = ['ndjson', 'csv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What of the log is exported. */
export const exportQuery = wholeAuditQuery.extend({
  format: z.enum(exportFormats).default('ndjson').openapi({ description: 'Lines of JSON, or a table.' }),
});

/** A page of them. */
export const pagedAuditQuery = auditQuery.extend(pageQuery.shape);

export const pagedWholeAuditQuery = wholeAuditQuery.extend(pageQuery.shape);

/** What a query asks of the store. */
export function auditFilter({
  from,
  to,
  mcp_id: server_id,
  actor,
  action,
  tool,
  status,
  request_id,
  call_id,
  program_id,
}: z.output<typeof auditQuery>): AuditFilter {
  return {
    ...{ actor, action, server_id, tool, status, request_id, call_id, program_id },
    fromId: from && firstAuditId(Date.parse(from)),
    untilId: to && firstAuditId(Date.parse(to)),
  };
}

/** An entry as it is answered. */
export function auditView({
  at,
  account_id,
  server_id,
  arguments: shape,
  ...entry
}: AuditEntry): z.output<typeof auditEntry> {
  return {
    id: entry.id,
    at: isoTime(at),
    seq: entry.seq,
    hash: entry.hash,
    actor: entry.actor,
    actor_name: entry.actor_name,
    address: entry.address,
    action: entry.action,
    integrated_account_id: account_id,
    mcp_id: server_id,
    target: entry.target,
    tool: entry.tool,
    arguments: shape === null ? null : JSON.parse(shape),
    status: entry.status,
    upstream_status: entry.upstream_status,
    latency_ms: entry.latency_ms,
    request_id: entry.request_id,
    call_id: entry.call_id,
    times: entry.times,
    program_id: entry.program_id,
  };
}
