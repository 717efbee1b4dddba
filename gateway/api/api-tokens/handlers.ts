import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { adminOf, byAdmin, isReached } from '../../http/admin-of.ts';
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

  const find = async (c: Context, id: string): Promise<ApiToken> => {
    const row = isId(id) ? await store.apiTokens.get(id) : undefined;
    // One whose time is over is gone, even before it is deleted.
    if (row === undefined || isOver(row, now()) || !isReached(c, row.account_id)) throw noToken();
    return row;
  };

  app.openapi(createApiToken, async (c) => {
    const { name, integrated_account_id: accountId, expires_at = null } = c.req.valid('json');
    if (!isReached(c, accountId)) throw noSuchAccount(accountId);
    const time = now();
    const token = newToken('api');
    const row: ApiToken = {
      id: randomUUID(),
      account_id: accountId,
      name,
      digest: context.digest(token),
      expires_at: readExpiry(expires_at, time),
      last_used_at: null,
      created_at: time,
    };
    const change = { ...byAdmin(c), action: 'api_token.create', account_id: accountId, target: name } as const;
    await makeChange(context, change, async ({ accounts, apiTokens }) => {
      if (accountId !== null && !(isId(accountId) && (await accounts.get(accountId)))) throw noSuchAccount(accountId);
      await apiTokens.insert(row);
    });
    return c.json({ ...apiTokenView(row), token }, 201);
  });

  app.openapi(listApiTokens, async (c) => {
    const { rows, next } = await store.apiTokens.list(c.req.valid('query'), adminOf(c).accounts);
    const alive = rows.filter((row) => !isOver(row, now()));
    return c.json({ result: alive.map(apiTokenView), next_cursor: next }, 200);
  });

  app.openapi(getApiToken, async (c) => c.json(apiTokenView(await find(c, c.req.valid('param').id)), 200));

  app.openapi(removeApiToken, async (c) => {
    const { id, account_id, name } = await find(c, c.req.valid('param').id);
    await makeChange(
      context,
      { ...byAdmin(c), action: 'api_token.delete', account_id, target: name },
      async ({ apiTokens }) => {
        if (!(await apiTokens.remove(id))) throw noToken();
      },
    );
    return c.body(null, 204);
  });
}

function noToken(): Problem {
  return notFound('API token');
}

function noSuchAccount(id: string | null): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: 'integrated_account_id' },
    `integrated_account_id: there is no integrated account ${JSON.stringify(id)} for this key.`,
    'GET /integrated-account lists them; null, with the key of an admin, makes a token for all of them.',
  );
}
