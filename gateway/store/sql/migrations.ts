import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addAccountsOfServers } from './accounts-of-servers.ts';
import { addApis } from './add-apis.ts';
import { addPrograms } from './add-programs.ts';
import { addSessions } from './add-sessions.ts';
import { countCalls } from './count-calls.ts';
import { addEnabledAndFolded } from './enabled-and-folded.ts';
import { indexEnds } from './index-ends.ts';
import { indexServers } from './index-servers.ts';
import { renewOAuth } from './renew-oauth.ts';
import { createSweepsAndSlots } from './sweeps-and-slots.ts';

/** What changes the tables, in the order of their names. Both engines run the same statements. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001_first': { up: createTables },
  '002_admin_keys_and_audit': { up: addAdminKeys },
  '003_sweeps_and_slots': { up: createSweepsAndSlots },
  '004_oauth': { up: renewOAuth },
  '005_accounts_of_servers': { up: addAccountsOfServers },
  '006_sessions': { up: addSessions },
  '007_use': { up: countCalls },
  '008_servers': { up: addEnabledAndFolded },
  '009_programs': { up: addPrograms },
  '010_apis': { up: addApis },
  '011_servers_in_order': { up: indexServers },
  '012_ends': { up: indexEnds },
};

/** The last of {@link migrations}: the tables of this version. */
export const latestMigration: string = Object.keys(migrations).sort().at(-1) ?? '';

// A migration describes the tables as they were then, so it knows nothing of their types today.
async function createTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  const index = (name: string) => db.schema.createIndex(name).ifNotExists();

  await table('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await table('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('api_version', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text')
    .addColumn('workspace_name', 'text')
    .addColumn('credential', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await index('accounts_by_age').on('accounts').columns(['created_at', 'id']).execute();

  await table('servers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('config', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await index('servers_by_age').on('servers').columns(['account_id', 'created_at', 'id']).execute();
  await index('servers_by_end').on('servers').columns(['expires_at']).execute();

  await table('tombstones')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  await index('tombstones_by_end').on('tombstones').columns(['until']).execute();

  await table('api_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await index('api_tokens_by_age').on('api_tokens').columns(['created_at', 'id']).execute();

  await table('logins')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('link_digest', 'text', (column) => column.unique())
    .addColumn('state_digest', 'text', (column) => column.unique())
    .addColumn('cookie_digest', 'text')
    .addColumn('account_id', 'text', (column) => column.references('accounts.id').onDelete('cascade'))
    .addColumn('label', 'text')
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  await table('oauth_clients')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('redirect_uris', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await table('oauth_grants')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull().references('oauth_clients.id').onDelete('cascade'))
    .addColumn('server_id', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('api_token_id', 'text', (column) => column.notNull().references('api_tokens.id').onDelete('cascade'))
    .addColumn('family', 'text', (column) => column.notNull())
    .addColumn('redirect_uri', 'text')
    .addColumn('code_challenge', 'text')
    .addColumn('used_at', 'bigint')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await index('oauth_grants_by_family').on('oauth_grants').columns(['family']).execute();
  await index('oauth_grants_by_server').on('oauth_grants').columns(['server_id']).execute();
  await index('oauth_grants_by_api_token').on('oauth_grants').columns(['api_token_id']).execute();
  await index('oauth_grants_by_end').on('oauth_grants').columns(['expires_at']).execute();

  await table('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('server_id', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('tool', 'text')
    .addColumn('arguments', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('upstream_status', 'integer')
    .addColumn('latency_ms', 'integer')
    .addColumn('request_id', 'text')
    .execute();
  await index('audit_by_account').on('audit').columns(['account_id', 'id']).execute();

  await table('usage')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('tool', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('calls', 'bigint', (column) => column.notNull())
    .addColumn('latency_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_key', ['account_id', 'day', 'server_id', 'tool', 'status'])
    .execute();

  await table('rate_windows')
    .addColumn('server_id', 'text', (column) => column.primaryKey().references('servers.id').onDelete('cascade'))
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('calls', 'bigint', (column) => column.notNull())
    .execute();

  await table('confirmations')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
}

/** Admin keys as rows, an audit log whose entries are chained, and what is known of the use of servers and API tokens. */
async function addAdminKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('admin_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('accounts', 'text')
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  // The one key of a store was a setting.
  await sql`insert into admin_keys (id, name, role, digest, created_at)
    select ${randomUUID()}, 'admin', 'admin', value, ${Date.now()} from settings where name = 'admin_key'`.execute(db);
  await sql`delete from settings where name = 'admin_key'`.execute(db);

  for (const [column, type] of [
    ['seq', 'bigint'],
    ['hash', 'text'],
    ['actor_name', 'text'],
    ['address', 'text'],
    ['target', 'text'],
    ['call_id', 'text'],
    ['times', 'integer'],
  ] as const)
    await db.schema.alterTable('audit').addColumn(column, type).execute();
  await db.schema.createIndex('audit_by_seq').on('audit').column('seq').unique().execute();
  for (const column of ['server_id', 'actor', 'action', 'tool', 'status', 'request_id', 'call_id'])
    await db.schema.createIndex(`audit_by_${column}`).on('audit').columns([column, 'id']).execute();

  await db.schema
    .createTable('audit_chain')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();

  for (const [column, type] of [
    ['owner', 'text'],
    ['idle_ms', 'bigint'],
    ['idle_at', 'bigint'],
    ['last_used_at', 'bigint'],
  ] as const)
    await db.schema.alterTable('servers').addColumn(column, type).execute();
  await db.schema.createIndex('servers_by_idle_end').on('servers').columns(['idle_at']).execute();
  await db.schema.alterTable('api_tokens').addColumn('last_used_at', 'bigint').execute();
}
