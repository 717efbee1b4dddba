import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, json, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { auditDetail, auditPage, exportQuery, pagedAuditQuery, pagedWholeAuditQuery } from './schemas.ts';

/** Named by no literal: the library takes lines of JSON for one piece of JSON. */
const LINES: Record<string, { schema: z.ZodString }> = {
  'application/x-ndjson': { schema: z.string() },
  'text/csv': { schema: z.string() },
};

const DOWNLOAD = {
  'Content-Disposition': { description: 'The name of the file.', schema: { type: 'string' } },
} as const;

const common = { tags: ['Audit and usage'], security: ADMIN_ONLY };

/** `GET /integrated-account/{id}/audit` */
export const listAudit = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}/audit',
  summary: 'Read the audit log of an account',
  description:
    'Changes and calls of tools, newest first, as far back as the log is kept; also of an account that was removed.',
  request: { params: accountParams, query: pagedAuditQuery },
  responses: { 200: json(auditPage, 'A page of entries.'), ...refusals(400, 401, 404) },
});

/** `GET /audit` */
export const listWholeAudit = createRoute({
  ...common,
  method: 'get',
  path: '/audit',
  summary: 'Read the whole audit log',
  description: 'Of all accounts, those that were removed too, newest first, as far back as the log is kept.',
  request: { query: pagedWholeAuditQuery },
  responses: { 200: json(auditPage, 'A page of entries.'), ...refusals(400, 401) },
});

/** `GET /audit/export` */
export const exportAudit = createRoute({
  ...common,
  method: 'get',
  path: '/audit/export',
  summary: 'Export the audit log',
  description:
    'All entries that are asked for, oldest first, as they are read: a line of JSON each, or a table. A cell of a table that a spreadsheet would take for a formula begins with an apostrophe.',
  request: { query: exportQuery },
  responses: {
    200: { description: 'Entries as lines.', content: LINES, headers: DOWNLOAD },
    ...refusals(400, 401),
  },
});

/** `GET /audit/{id}` */
export const readAudit = createRoute({
  ...common,
  method: 'get',
  path: '/audit/{id}',
  summary: 'Read one entry of the audit log',
  description: 'With the other entries of its call: the one before a write went out, and the one of its outcome.',
  request: { params: z.strictObject({ id: z.string().openapi({ description: 'Id of the entry.' }) }) },
  responses: { 200: json(auditDetail, 'The entry.'), ...refusals(401, 404) },
});
