import type { OpenAPIHono } from '@hono/zod-openapi';
import { connectAccount, tryCredential } from '../../accounts/connect-account.ts';
import { findAccount, noAccount } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { adminOf, byAdmin } from '../../http/admin-of.ts';
import { changeAccount, createAccount, getAccount, listAccounts, removeAccount } from './routes.ts';
import { accountView } from './schemas.ts';

/** Adds the routes of integrated accounts. */
export function addAccountRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store } = context;

  app.openapi(createAccount, async (c) => {
    const { label, region, api_version: apiVersion, access_token: token } = c.req.valid('json');
    const workspace = { label, region, apiVersion, token, source: 'access_token' } as const;
    const account = await connectAccount(context, workspace, byAdmin(c));
    return c.json(accountView(account), 201);
  });

  app.openapi(listAccounts, async (c) => {
    const { rows, next } = await store.accounts.list(c.req.valid('query'), adminOf(c).accounts);
    return c.json({ result: rows.map(accountView), next_cursor: next }, 200);
  });

  app.openapi(getAccount, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(accountView(await findAccount(context, id)), 200);
  });

  app.openapi(changeAccount, async (c) => {
    const { id } = c.req.valid('param');
    const { label, region, api_version: apiVersion, access_token: token } = c.req.valid('json');
    const account = await findAccount(context, id);
    const isTried = token !== undefined || region !== undefined || apiVersion !== undefined;
    const changes = {
      ...(isTried && (await tryCredential(context, account, { token, region, apiVersion }))),
      ...(token !== undefined && { source: 'access_token' as const }),
      ...(label !== undefined && { label }),
      updated_at: context.now(),
    };
    // It may have been deleted while the token was tried.
    await makeChange(context, { ...byAdmin(c), action: 'account.update', account_id: id }, async ({ accounts }) => {
      if (!(await accounts.update(id, changes))) throw noAccount();
    });
    return c.json(accountView({ ...account, ...changes }), 200);
  });

  app.openapi(removeAccount, async (c) => {
    const { id } = c.req.valid('param');
    await findAccount(context, id);
    const until = context.now() + TOMBSTONE_LIFETIME;
    await makeChange(context, { ...byAdmin(c), action: 'account.delete', account_id: id }, async ({ accounts }) => {
      if (!(await accounts.remove(id, until))) throw noAccount();
    });
    return c.body(null, 204);
  });
}
