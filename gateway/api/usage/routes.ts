import { createRoute } from '@hono/zod-openapi';
import { ADMIN_ONLY, json, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { serverParams } from '../servers/routes.ts';
import { DAYS, unusedQuery, unusedTools, usage, usageQuery, use, useQuery } from './schemas.ts';

const common = { tags: ['Audit and usage'], security: ADMIN_ONLY };

/** `GET /integrated-account/{id}/usage` */
export const readUsage = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}/usage',
  summary: 'Count the calls of an account',
  description: `By day, server, tool and status; of the last ${DAYS.usual} days unless said otherwise.`,
  request: { params: accountParams, query: usageQuery },
  responses: { 200: json(usage, 'The counters.'), ...refusals(400, 401, 404) },
});

/** `GET /usage` */
export const readUse = createRoute({
  ...common,
  method: 'get',
  path: '/usage',
  summary: 'Count calls by hour or day',
  description:
    'Calls of tools through MCP servers by period, status and tool, with percentiles of their latency: of all accounts that the key reaches, one of them, a server, or a tool.',
  request: { query: useQuery },
  responses: { 200: json(use, 'The counters of every period.'), ...refusals(400, 401) },
});

/** `GET /integrated-account/{id}/mcp/{mcp_id}/unused-tools` */
export const listUnusedTools = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}/mcp/{mcp_id}/unused-tools',
  summary: 'List the tools of an MCP server that nobody calls',
  description: 'Candidates to switch off: each costs every conversation its definition.',
  request: { params: serverParams, query: unusedQuery },
  responses: { 200: json(unusedTools, 'The tools.'), ...refusals(400, 401, 404) },
});
