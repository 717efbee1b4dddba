import type { OpenAPIHono } from '@hono/zod-openapi';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { byAdmin } from '../../http/admin-of.ts';
import { notFound, Problem } from '../../problem/problem.ts';
import { newAdminKey } from '../../secrets/admin-keys.ts';
import { isOver } from '../../secrets/is-over.ts';
import type { AdminKeyRow } from '../../store/contract/admin-keys.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { createAdminKey, getAdminKey, listAdminKeys, removeAdminKey } from './routes.ts';
import { adminKeyView } from './schemas.ts';

/** Adds the routes of admin keys. */
export function addAdminKeyRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  const find = async ({ adminKeys }: Pick<Repositories, 'adminKeys'>, id: string): Promise<AdminKeyRow> => {
    const row = isId(id) ? await adminKeys.get(id) : undefined;
    if (row === undefined || isOver(row, now())) throw notFound('admin key');
    return row;
  };

  app.openapi(createAdminKey, async (c) => {
    const { name, role, integrated_account_ids: accounts, expires_at = null } = c.req.valid('json');
    if ((role === 'operator') !== (accounts !== undefined)) throw onlyOperators();
    const { key, row } = newAdminKey(context, { name, role, accounts, expiresAt: readExpiry(expires_at, now()) });
    await makeChange(context, { ...byAdmin(c), action: 'admin_key.create', target: name }, async (within) => {
      for (const [index, id] of (accounts ?? []).entries())
        if (!isId(id) || !(await within.accounts.get(id))) throw noSuchAccount(id, index);
      if (!(await within.adminKeys.insert(row))) throw nameTaken(name);
    });
    return c.json({ ...adminKeyView(row), key }, 201);
  });

  app.openapi(listAdminKeys, async (c) => {
    const { rows, next } = await store.adminKeys.list(c.req.valid('query'));
    const alive = rows.filter((row) => !isOver(row, now()));
    return c.json({ result: alive.map(adminKeyView), next_cursor: next }, 200);
  });

  app.openapi(getAdminKey, async (c) => c.json(adminKeyView(await find(store, c.req.valid('param').id)), 200));

  app.openapi(removeAdminKey, async (c) => {
    const { id } = c.req.valid('param');
    const { role, name } = await find(store, id);
    await makeChange(context, { ...byAdmin(c), action: 'admin_key.delete', target: name }, async (within) => {
      if (role === 'admin' && (await within.adminKeys.countAdmins(now())) === 1) throw LAST_ADMIN;
      if (!(await within.adminKeys.remove(id))) throw notFound('admin key');
    });
    return c.body(null, 204);
  });
}

function onlyOperators(): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: 'integrated_account_ids' },
    'integrated_account_ids: the accounts of an operator, and of no other role.',
    'Name the accounts of an operator; leave them out for admin and auditor.',
  );
}

function noSuchAccount(id: string, index: number): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: `integrated_account_ids.${index}` },
    `integrated_account_ids: there is no integrated account ${JSON.stringify(id)}.`,
    'GET /integrated-account lists them.',
  );
}

function nameTaken(name: string): Problem {
  return new Problem(
    { status: 409, code: 'name_taken', field: 'name' },
    `There is an admin key ${JSON.stringify(name)} already: the audit log tells keys apart by their names.`,
    'Give it another name, or revoke the other one first.',
  );
}

const LAST_ADMIN = new Problem(
  { status: 409, code: 'last_admin_key' },
  'This is the last key of the role admin, and without one nobody can make another.',
  'Create another one first, or end it with intercom-mcp gateway --new-admin-key.',
);
