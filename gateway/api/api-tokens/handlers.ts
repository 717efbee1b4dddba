import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { noteChange } from '../../context/note-change.ts';
import { notFound, Problem } from '../../problem/problem.ts';
import { isOver } from '../../secrets/is-over.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { pageQuery } from '../openapi/page.ts';
import { apiToken, apiTokenCreate, apiTokenPage, apiTokenView, apiTokenWithToken } from './schemas.ts';

const common = { tags: ['API tokens'], security: ADMIN_ONLY };

const params = z.strictObject({ id: z.string().openapi({ description: 'Id of the API token.' }) });

const create = createRoute({
  ...common,
  method: 'post',
  path: '/api-token',
  summary: 'Create an API token',
  description: 'A second factor for MCP servers with `require_api_token_auth`. The token is answered this one time.',
  request: { body: jsonBody(apiTokenCreate) },
  responses: { 201: json(apiTokenWithToken, 'The new API token.'), ...refusals(...BODY_REFUSALS) },
});

const list = createRoute({
  ...common,
  method: 'get',
  path: '/api-token',
  summary: 'List the API tokens',
  description: 'Newest first. Tokens whose time is over are left out.',
  request: { query: pageQuery },
  responses: { 200: json(apiTokenPage, 'A page of API tokens.'), ...refusals(400, 401) },
});

const get = createRoute({
  ...common,
  method: 'get',
  path: '/api-token/{id}',
  summary: 'Read one API token',
  description: 'Without its secret, which the gateway does not know.',
  request: { params },
  responses: { 200: json(apiToken, 'The API token.'), ...refusals(401, 404) },
});

const remove = createRoute({
  ...common,
  method: 'delete',
  path: '/api-token/{id}',
  summary: 'Revoke an API token',
  description: 'What was granted to MCP clients by means of it is revoked with it.',
  request: { params },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404) },
});

/** Adds the routes of API tokens. */
export function addApiTokenRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  const find = async (id: string): Promise<ApiToken> => {
    const row = isId(id) ? await store.apiTokens.get(id) : undefined;
    // One whose time is over is gone, even before it is deleted.
    if (row === undefined || isOver(row, now())) throw noToken();
    return row;
  };

  app.openapi(create, async (asked) => {
    const { name, integrated_account_id: accountId = null, expires_at = null } = asked.req.valid('json');
    const time = now();
    const token = newToken('api');
    const row: ApiToken = {
      id: randomUUID(),
      account_id: accountId,
      name,
      digest: context.digest(token),
      expires_at: readExpiry(expires_at, time),
      created_at: time,
    };
    await store.transaction(async ({ accounts, apiTokens }) => {
      if (accountId !== null && !(isId(accountId) && (await accounts.get(accountId)))) throw noSuchAccount(accountId);
      await apiTokens.insert(row);
    });
    await noteChange(context, { action: 'api_token.create', account_id: accountId });
    return asked.json({ ...apiTokenView(row), token }, 201);
  });

  app.openapi(list, async (asked) => {
    const { rows, next } = await store.apiTokens.list(asked.req.valid('query'));
    const alive = rows.filter((row) => !isOver(row, now()));
    return asked.json({ result: alive.map(apiTokenView), next_cursor: next }, 200);
  });

  app.openapi(get, async (asked) => asked.json(apiTokenView(await find(asked.req.valid('param').id)), 200));

  app.openapi(remove, async (asked) => {
    const { id, account_id } = await find(asked.req.valid('param').id);
    if (!(await store.apiTokens.remove(id))) throw noToken();
    await noteChange(context, { action: 'api_token.delete', account_id });
    return asked.body(null, 204);
  });
}

const noToken = (): Problem => notFound('API token');

const noSuchAccount = (id: string): Problem =>
  new Problem(
    { status: 400, code: 'invalid_input', field: 'integrated_account_id' },
    `integrated_account_id: there is no integrated account ${JSON.stringify(id)}.`,
    'GET /integrated-account lists them; null makes a token for all of them.',
  );
