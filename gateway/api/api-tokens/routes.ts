import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { pageQuery } from '../openapi/page.ts';
import { apiToken, apiTokenCreate, apiTokenPage, apiTokenWithToken } from './schemas.ts';

const common = { tags: ['API tokens'], security: ADMIN_ONLY };

const params = z.strictObject({ id: z.string().openapi({ description: 'Id of the API token.' }) });

/** `POST /api-token` */
export const createApiToken = createRoute({
  ...common,
  method: 'post',
  path: '/api-token',
  summary: 'Create an API token',
  description: 'A second factor for MCP servers with `require_api_token_auth`. The token is answered this one time.',
  request: { body: jsonBody(apiTokenCreate) },
  responses: { 201: json(apiTokenWithToken, 'The new API token.'), ...refusals(...BODY_REFUSALS) },
});

/** `GET /api-token` */
export const listApiTokens = createRoute({
  ...common,
  method: 'get',
  path: '/api-token',
  summary: 'List the API tokens',
  description: 'Newest first. Tokens whose time is over are left out.',
  request: { query: pageQuery },
  responses: { 200: json(apiTokenPage, 'A page of API tokens.'), ...refusals(400, 401) },
});

/** `GET /api-token/{id}` */
export const getApiToken = createRoute({
  ...common,
  method: 'get',
  path: '/api-token/{id}',
  summary: 'Read one API token',
  description: 'Without its secret, which the gateway does not know.',
  request: { params },
  responses: { 200: json(apiToken, 'The API token.'), ...refusals(401, 404) },
});

/** `DELETE /api-token/{id}` */
export const removeApiToken = createRoute({
  ...common,
  method: 'delete',
  path: '/api-token/{id}',
  summary: 'Revoke an API token',
  description: 'What was granted to MCP clients by means of it is revoked with it.',
  request: { params },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404) },
});
