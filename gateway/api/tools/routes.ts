import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, json, refusals } from '../openapi/answers.ts';
import { toolDetail, toolList } from './schemas.ts';

const common = { tags: ['Tools'], security: ADMIN_ONLY };

const text = z.string().min(1).max(100);

const api = text.optional().openapi({ description: 'The id of an API of GET /about; the first unless given.' });

const versionQuery = z.strictObject({
  api,
  api_version: text.optional().openapi({
    description: 'A version of the API, such as `tools_version` of an account; the newest unless given.',
  }),
});

const versionsQuery = z.strictObject({
  api,
  api_version: z
    .union([text, z.array(text).max(50)])
    .optional()
    .openapi({
      description:
        'A version of the API, or several: what a server over accounts of these versions can list. The newest unless given.',
    }),
  account: z
    .union([text, z.array(text).max(50)])
    .optional()
    .openapi({
      description:
        'In place of both, ids of integrated accounts: what a server over them can list, of all their APIs. Those that your key does not reach are left out.',
    }),
});

const etag = { ETag: { description: 'Send it as If-None-Match the next time.', schema: { type: 'string' } } } as const;
const unchanged = { description: 'The same as that of If-None-Match.', headers: etag };

/** `GET /tool` */
export const listToolsRoute = createRoute({
  ...common,
  method: 'get',
  path: '/tool',
  summary: 'List all tools',
  description: 'All at once, with the classes, tags and groups that `config` of an MCP server takes.',
  request: { query: versionsQuery },
  responses: { 200: { ...json(toolList, 'The tools.'), headers: etag }, 304: unchanged, ...refusals(400, 401) },
});

/** `GET /tool/{name}` */
export const getToolRoute = createRoute({
  ...common,
  method: 'get',
  path: '/tool/{name}',
  summary: 'Read one tool',
  description: 'Its arguments as a table, an example of a call, and how a program imports it.',
  request: {
    params: z.strictObject({
      name: z.string().openapi({ description: 'Name of the tool, or one that it had, up to the last day of that.' }),
    }),
    query: versionQuery,
  },
  responses: { 200: { ...json(toolDetail, 'The tool.'), headers: etag }, 304: unchanged, ...refusals(400, 401, 404) },
});
