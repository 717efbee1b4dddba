import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { serverPreview } from './preview.ts';
import {
  mcpServer,
  mcpServerWithToken,
  previewCreate,
  serverChange,
  serverCreate,
  serverPage,
  serverQuery,
} from './schemas.ts';

const common = { tags: ['MCP servers'], security: ADMIN_ONLY };

/** Ids in the path of a server. */
export const serverParams = accountParams.extend({
  mcp_id: z.string().openapi({ description: 'Id of the MCP server.' }),
});

/** `POST /integrated-account/{id}/mcp` */
export const createServerRoute = createRoute({
  ...common,
  method: 'post',
  path: '/integrated-account/{id}/mcp',
  summary: 'Create an MCP server',
  description:
    'A view of the account behind a URL of its own. URL and token are answered here and after a rotation, and never again.',
  request: { params: accountParams, body: jsonBody(serverCreate) },
  responses: { 201: json(mcpServerWithToken, 'The new server.'), ...refusals(...BODY_REFUSALS, 404) },
});

/** `POST /integrated-account/{id}/mcp/preview` */
export const previewServer = createRoute({
  ...common,
  method: 'post',
  path: '/integrated-account/{id}/mcp/preview',
  summary: 'See what an MCP server would show',
  description: 'What clients of a server with this configuration would list, and what to think of. Nothing is created.',
  request: { params: accountParams, body: jsonBody(previewCreate) },
  responses: { 200: json(serverPreview, 'The tools.'), ...refusals(...BODY_REFUSALS, 404) },
});

/** `GET /integrated-account/{id}/mcp` */
export const listServers = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}/mcp',
  summary: 'List the MCP servers of an account',
  description: 'Newest first unless `sort` says otherwise. Servers whose time is over are left out.',
  request: { params: accountParams, query: serverQuery },
  responses: { 200: json(serverPage, 'A page of servers.'), ...refusals(400, 401, 404) },
});

/** `GET /mcp-server` */
export const listAllServers = createRoute({
  ...common,
  method: 'get',
  path: '/mcp-server',
  summary: 'List the MCP servers of all accounts',
  description: 'Of all that the key reaches; as the list of one account.',
  request: { query: serverQuery },
  responses: { 200: json(serverPage, 'A page of servers.'), ...refusals(400, 401) },
});

/** `GET /integrated-account/{id}/mcp/{mcp_id}` */
export const getServer = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}/mcp/{mcp_id}',
  summary: 'Read one MCP server',
  description: 'Without its URL and token, which the gateway does not know.',
  request: { params: serverParams },
  responses: { 200: json(mcpServer, 'The server.'), ...refusals(401, 404) },
});

/** `PATCH /integrated-account/{id}/mcp/{mcp_id}` */
export const changeServer = createRoute({
  ...common,
  method: 'patch',
  path: '/integrated-account/{id}/mcp/{mcp_id}',
  summary: 'Change an MCP server',
  description: 'What is left out stays, within `config` too. `expires_at` null means never.',
  request: { params: serverParams, body: jsonBody(serverChange) },
  responses: { 200: json(mcpServer, 'The server as it is now.'), ...refusals(...BODY_REFUSALS, 404) },
});

/** `POST /integrated-account/{id}/mcp/{mcp_id}/rotate` */
export const rotateServer = createRoute({
  ...common,
  method: 'post',
  path: '/integrated-account/{id}/mcp/{mcp_id}/rotate',
  summary: 'Give an MCP server another URL',
  description: 'A URL with a token answers 410 from now on; that of a server with a second factor stays as it is.',
  request: { params: serverParams },
  responses: { 200: json(mcpServerWithToken, 'The server with its new URL and token.'), ...refusals(401, 404) },
});

/** `DELETE /integrated-account/{id}/mcp/{mcp_id}` */
export const removeServer = createRoute({
  ...common,
  method: 'delete',
  path: '/integrated-account/{id}/mcp/{mcp_id}',
  summary: 'Delete an MCP server',
  description: 'Its URL answers 410 from now on, that of a server with a second factor 404.',
  request: { params: serverParams },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404) },
});
