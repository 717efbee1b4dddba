import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { noteChange } from '../../context/note-change.ts';
import { notFound, Problem } from '../../problem/problem.ts';
import { isOver } from '../../secrets/is-over.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { createApiToken, getApiToken, listApiTokens, removeApiToken } from './routes.ts';
import { apiTokenView } from './schemas.ts';

/** Adds the routes of API tokens. */
export function addApiTokenRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  const find = async (id: string): Promise<ApiToken> => {
    const row = isId(id) ? await store.apiTokens.get(id) : undefined;
    // One whose time is over is gone, even before it is deleted.
    if (row === undefined || isOver(row, now())) throw noToken();
    return row;
  };

  app.openapi(createApiToken, async (c) => {
    const { name, integrated_account_id: accountId = null, expires_at = null } = c.req.valid('json');
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
    return c.json({ ...apiTokenView(row), token }, 201);
  });

  app.openapi(listApiTokens, async (c) => {
    const { rows, next } = await store.apiTokens.list(c.req.valid('query'));
    const alive = rows.filter((row) => !isOver(row, now()));
    return c.json({ result: alive.map(apiTokenView), next_cursor: next }, 200);
  });

  app.openapi(getApiToken, async (c) => c.json(apiTokenView(await find(c.req.valid('param').id)), 200));

  app.openapi(removeApiToken, async (c) => {
    const { id, account_id } = await find(c.req.valid('param').id);
    if (!(await store.apiTokens.remove(id))) throw noToken();
    await noteChange(context, { action: 'api_token.delete', account_id });
    return c.body(null, 204);
  });
}

function noToken(): Problem {
  return notFound('API token');
}

function noSuchAccount(id: string): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: 'integrated_account_id' },
    `integrated_account_id: there is no integrated account ${JSON.stringify(id)}.`,
    'GET /integrated-account lists them; null makes a token for all of them.',
  );
}
