import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { connectAccount, tryCredential } from '../../accounts/connect-account.ts';
import { findAccount, noAccount } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { noteChange } from '../../context/note-change.ts';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { pageQuery } from '../openapi/page.ts';
import { accountChange, accountCreate, accountPage, accountView, integratedAccount } from './schemas.ts';

const common = { tags: ['Integrated accounts'], security: ADMIN_ONLY };

const create = createRoute({
  ...common,
  method: 'post',
  path: '/integrated-account',
  summary: 'Connect a workspace',
  description: 'Tries the access token with /me, and stores it encrypted. The answer never holds it.',
  request: { body: jsonBody(accountCreate) },
  responses: { 201: json(integratedAccount, 'The new account.'), ...refusals(...BODY_REFUSALS, 502) },
});

const list = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account',
  summary: 'List the connected workspaces',
  description: 'Newest first.',
  request: { query: pageQuery },
  responses: { 200: json(accountPage, 'A page of accounts.'), ...refusals(400, 401) },
});

const get = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}',
  summary: 'Read one connected workspace',
  description: 'Its status says whether Intercom still accepts its credential.',
  request: { params: accountParams },
  responses: { 200: json(integratedAccount, 'The account.'), ...refusals(401, 404) },
});

const change = createRoute({
  ...common,
  method: 'patch',
  path: '/integrated-account/{id}',
  summary: 'Change a connected workspace',
  description:
    'What is left out stays. Another token, region or version is tried with /me first, and has to lead to the same workspace.',
  request: { params: accountParams, body: jsonBody(accountChange) },
  responses: { 200: json(integratedAccount, 'The account as it is now.'), ...refusals(...BODY_REFUSALS, 404, 502) },
});

const remove = createRoute({
  ...common,
  method: 'delete',
  path: '/integrated-account/{id}',
  summary: 'Disconnect a workspace',
  description:
    'Deletes its credential, its MCP servers and the API tokens for it alone. The URLs of its servers answer 410.',
  request: { params: accountParams },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404) },
});

/** Adds the routes of integrated accounts. */
export function addAccountRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store } = context;

  app.openapi(create, async (asked) => {
    const { label, region, api_version: apiVersion, access_token: token } = asked.req.valid('json');
    const given = { label, region, apiVersion, token, source: 'access_token' } as const;
    const account = await connectAccount(context, given, 'admin');
    context.changed();
    return asked.json(accountView(account), 201);
  });

  app.openapi(list, async (asked) => {
    const { rows, next } = await store.accounts.list(asked.req.valid('query'));
    return asked.json({ result: rows.map(accountView), next_cursor: next }, 200);
  });

  app.openapi(get, async (asked) => {
    const { id } = asked.req.valid('param');
    return asked.json(accountView(await findAccount(context, id)), 200);
  });

  app.openapi(change, async (asked) => {
    const { id } = asked.req.valid('param');
    const { label, region, api_version: apiVersion, access_token: token } = asked.req.valid('json');
    const account = await findAccount(context, id);
    const isTried = token !== undefined || region !== undefined || apiVersion !== undefined;
    const changes = {
      ...(isTried && (await tryCredential(context, account, { token, region, apiVersion }))),
      ...(token !== undefined && { source: 'access_token' as const }),
      ...(label !== undefined && { label }),
      updated_at: context.now(),
    };
    // It may have been deleted while Intercom was asked.
    if (!(await store.accounts.update(id, changes))) throw noAccount();
    await noteChange(context, { action: 'account.update', account_id: id });
    return asked.json(accountView({ ...account, ...changes }), 200);
  });

  app.openapi(remove, async (asked) => {
    const { id } = asked.req.valid('param');
    await findAccount(context, id);
    const until = context.now() + TOMBSTONE_LIFETIME;
    if (!(await store.transaction(({ accounts }) => accounts.remove(id, until)))) throw noAccount();
    await noteChange(context, { action: 'account.delete', account_id: id });
    return asked.body(null, 204);
  });
}
