import * as z from 'zod';
import { accountStatuses, credentialSources } from '../store/contract/accounts.ts';
import { adminRoles } from '../store/contract/admin-keys.ts';
import type { StoredRow } from '../store/contract/backup.ts';
import { type CountScope, countSpans, type LatencyBucket, latencyBuckets } from '../store/contract/counters.ts';
import { grantKinds } from '../store/contract/oauth.ts';
import { endReasons } from '../store/contract/servers.ts';
import type { Tables } from '../store/contract/tables.ts';
import { FIRST_API } from '../store/sql/add-apis.ts';

/** What the first line of a backup calls itself. */
export const FORMAT = 'intercom-mcp-gateway';

/** The version of the lines' form; the form of the rows goes by the migration. */
export const VERSION = 1;

/** Migrations before the last whose rows are read as well: what they lack has a value for that. */
export const READABLE: ReadonlySet<string> = new Set(['008_servers', '009_programs']);

/** Tables that are about the moment. A grant of the kind `code` is too: it lives for a minute. */
export const LEFT_OUT = ['logins', 'rate_slots', 'confirmations', 'sweeps', 'sessions', 'sign_in_codes'] as const;

/** A table that a backup holds. */
export type BackupTable = Exclude<keyof Tables, (typeof LEFT_OUT)[number]>;

const text = z.string();
const whole = z.int();
const maybeText = text.nullable();
const maybeWhole = whole.nullable();

// The buckets are all that there are.
const histogram = Object.fromEntries(latencyBuckets.map((bucket) => [bucket, whole])) as Record<
  LatencyBucket,
  typeof whole
>;

/** The columns of each table, those that others refer to first. */
export const backupTables = {
  settings: z.strictObject({ name: text, value: text }),
  admin_keys: z.strictObject({
    id: text,
    name: text,
    role: z.enum(adminRoles),
    accounts: maybeText,
    digest: text,
    expires_at: maybeWhole,
    last_used_at: maybeWhole,
    created_at: whole,
  }),
  accounts: z.strictObject({
    id: text,
    api: text.default(FIRST_API),
    label: text,
    region: text,
    api_version: text,
    workspace_id: maybeText,
    workspace_name: maybeText,
    admin_id: maybeText,
    admin_name: maybeText,
    variables: maybeText.default(null),
    credential: text,
    source: z.enum(credentialSources),
    status: z.enum(accountStatuses),
    last_used_at: maybeWhole,
    budget_limit: maybeWhole,
    budget_remaining: maybeWhole,
    budget_reset_at: maybeWhole,
    budget_seen_at: maybeWhole,
    folded_label: text,
    folded_workspace: maybeText,
    created_at: whole,
    updated_at: whole,
  }),
  servers: z.strictObject({
    id: text,
    account_id: text,
    name: text,
    config: text,
    digest: text,
    enabled: z.literal([0, 1]),
    folded_name: text,
    folded_owner: maybeText,
    expires_at: maybeWhole,
    owner: maybeText,
    idle_ms: maybeWhole,
    idle_at: maybeWhole,
    last_used_at: maybeWhole,
    created_at: whole,
    updated_at: whole,
  }),
  server_accounts: z.strictObject({ server_id: text, account_id: text }),
  tombstones: z.strictObject({ digest: text, reason: z.enum(endReasons), until: whole }),
  api_tokens: z.strictObject({
    id: text,
    account_id: maybeText,
    name: text,
    digest: text,
    expires_at: maybeWhole,
    last_used_at: maybeWhole,
    created_at: whole,
  }),
  oauth_clients: z.strictObject({ id: text, name: text, redirect_uris: text, created_at: whole, expires_at: whole }),
  oauth_grants: z.strictObject({
    digest: text,
    kind: z.enum(grantKinds).exclude(['code']),
    client_id: text,
    server_id: text,
    api_token_id: text,
    family: text,
    generation: whole,
    redirect_uri: maybeText,
    code_challenge: maybeText,
    used_at: maybeWhole,
    expires_at: whole,
  }),
  audit: z.strictObject({
    id: text,
    at: whole,
    seq: maybeWhole,
    hash: maybeText,
    account_id: maybeText,
    server_id: maybeText,
    actor: text,
    actor_name: maybeText,
    address: maybeText,
    action: text,
    target: maybeText,
    tool: maybeText,
    arguments: maybeText,
    status: text,
    upstream_status: maybeWhole,
    latency_ms: maybeWhole,
    request_id: maybeText,
    call_id: maybeText,
    times: maybeWhole,
    program_id: maybeText.default(null),
  }),
  audit_chain: z.strictObject({ name: z.enum(['first', 'last']), seq: whole, hash: text }),
  call_counters: z.strictObject({
    scope: z.custom<CountScope>((scope) => typeof scope === 'string' && /^(gateway$|account:|server:)/.test(scope)),
    span: z.enum(countSpans),
    start: text,
    account_id: text,
    tool: text,
    status: text,
    calls: whole,
    latency_ms: whole,
    ...histogram,
  }),
} satisfies { [Name in BackupTable]: z.ZodType<Tables[Name] & StoredRow> };

/** The names of {@link backupTables}, in their order. */
export const backupTableNames = z.enum(Object.keys(backupTables) as BackupTable[]).options;

/** The columns by whose values the rows of a table are known and sorted. */
export const backupKeys: Readonly<Record<BackupTable, readonly string[]>> = {
  settings: ['name'],
  admin_keys: ['id'],
  accounts: ['id'],
  servers: ['id'],
  server_accounts: ['server_id', 'account_id'],
  tombstones: ['digest'],
  api_tokens: ['id'],
  oauth_clients: ['id'],
  oauth_grants: ['digest'],
  audit: ['id'],
  audit_chain: ['name'],
  call_counters: ['scope', 'span', 'start', 'tool', 'account_id', 'status'],
};

/** The first line. */
export const headerLine = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  migration: z.string(),
  exported_at: z.iso.datetime(),
});

/** A line of a row. */
export const rowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });

/** The last line: rows by table, and the SHA-256 of all lines before it, each with its line feed. */
export const lastLine = z.strictObject({
  counts: z.record(z.string(), z.int()),
  sha256: z.string(),
});
