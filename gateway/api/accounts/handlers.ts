import type { OpenAPIHono } from '@hono/zod-openapi';
import { connectAccount, tryCredential } from '../../accounts/connect-account.ts';
import { type Credential, sourceOf } from '../../accounts/credential.ts';
import { findAccount, noAccount } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { adminOf, byAdmin } from '../../http/admin-of.ts';
import type { Account } from '../../store/contract/accounts.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { changeAccount, createAccount, getAccount, listAccounts, removeAccount } from './routes.ts';
import { accountView } from './schemas.ts';

/** Adds the routes of integrated accounts. */
export function addAccountRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store } = context;

  app.openapi(createAccount, async (c) => {
    const { api, label, region, api_version: apiVersion, variables, ...given } = c.req.valid('json');
    const credential = credentialOf(given) ?? {};
    const source = sourceOf(credential);
    const account = await connectAccount(
      context,
      { api, label, region, apiVersion, variables, credential, source },
      byAdmin(c),
    );
    return c.json(viewOf(account, 0), 201);
  });

  app.openapi(listAccounts, async (c) => {
    const { rows, next } = await store.accounts.list({ ...c.req.valid('query'), ids: adminOf(c).accounts });
    const ids = rows.map(({ id }) => id);
    const counts = await store.servers.countByAccount(ids, context.now());
    return c.json({ result: rows.map((row) => viewOf(row, counts.get(row.id) ?? 0)), next_cursor: next }, 200);
  });

  app.openapi(getAccount, async (c) => {
    const account = await findAccount(context, c.req.valid('param').id);
    return c.json(viewOf(account, await countServers(store, account.id)), 200);
  });

  app.openapi(changeAccount, async (c) => {
    const { id } = c.req.valid('param');
    const { label, region, api_version: apiVersion, variables, ...given } = c.req.valid('json');
    const account = await findAccount(context, id);
    const credential = credentialOf(given);
    const tried = { credential, region, apiVersion, variables };
    const isTried = Object.values(tried).some((value) => value !== undefined);
    const changes = {
      ...(isTried && (await tryCredential(context, account, tried))),
      ...(credential !== undefined && { source: sourceOf(credential) }),
      ...(label !== undefined && { label }),
      updated_at: context.now(),
    };
    // It may have been deleted while the token was tried.
    const change = { ...byAdmin(c), action: 'account.update', account_id: id } as const;
    const count = await makeChange(context, change, async (within) => {
      if (!(await within.accounts.update(id, changes))) throw noAccount();
      return countServers(within, id);
    });
    return c.json(viewOf({ ...account, ...changes }, count), 200);
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

  function viewOf(account: Account, servers: number): ReturnType<typeof accountView> {
    return accountView(account, context.apis.of(account), servers);
  }

  async function countServers({ servers }: Pick<Repositories, 'servers'>, id: string): Promise<number> {
    return (await servers.countByAccount([id], context.now())).get(id) ?? 0;
  }
}

/** The credential of a request: a token may stand by itself, or among the values. */
function credentialOf({
  access_token: token,
  credential,
}: {
  readonly access_token?: string | undefined;
  readonly credential?: Credential | undefined;
}): Credential | undefined {
  if (token === undefined) return credential;
  return { ...credential, access_token: token };
}
