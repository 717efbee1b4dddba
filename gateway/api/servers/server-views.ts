import type { z } from '@hono/zod-openapi';
import type { CatalogIdentity } from '../../../runtime/catalog/catalog-identity.ts';
import { changedFrom } from '../../../runtime/catalog/catalog-pin.ts';
import { longListWarning } from '../../../runtime/catalog/long-list.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import type { Exposure, ExposureOf } from '../../mcp/exposure.ts';
import { accountLabels } from '../../servers/account-labels.ts';
import { type ServedAccounts, servedAccounts } from '../../servers/accounts-of-tools.ts';
import { openUrl } from '../../servers/create-server.ts';
import { openServedApi } from '../../servers/open-served-api.ts';
import type { ServedApi } from '../../servers/served-api.ts';
import { readServerConfig, type ServerConfig } from '../../servers/server-config.ts';
import type { Account } from '../../store/contract/accounts.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { isoTime, isoTimeOrNull } from '../openapi/fields.ts';
import { LONG_LIST_WAYS, type mcpServer } from './schemas.ts';

type ServerView = z.output<typeof mcpServer>;

/** What views are made with. */
export interface Shown extends Pick<GatewayContext, 'publicUrl' | 'apis'> {
  readonly exposureOf: ExposureOf;
  /** How many calls these servers had in the last day. */
  readonly callsOf: (within: Pick<Repositories, 'counters'>, ids: readonly string[]) => Promise<(id: string) => number>;
}

/** What views are read from. */
type Place = Pick<Repositories, 'servers' | 'accounts' | 'counters'>;

/** Servers as they are answered, read in one go by what the store has within a transaction or outside of one. */
export async function serverViews(
  shown: Shown,
  { servers, accounts, counters }: Place,
  rows: readonly McpServerRow[],
): Promise<ServerView[]> {
  const pairs = await servers.furtherAccounts(rows.map(({ id }) => id));
  const ids = [...rows, ...pairs].map(({ account_id }) => account_id);
  const known = new Map((await accountsByIds(accounts, ids)).map((account) => [account.id, account]));
  const callsOf = await shown.callsOf(
    { counters },
    rows.map(({ id }) => id),
  );
  const views = rows.map(async (row) => {
    const further = pairs.filter(({ server_id }) => server_id === row.id).map(({ account_id }) => account_id);
    // One that was removed a moment ago has no label any more.
    const viewed = [row.account_id, ...further].map((id): ViewedAccount => known.get(id) ?? { id, label: id });
    return serverView(shown, row, { viewed, api: await openServedApi(shown.apis, viewed), calls: callsOf(row.id) });
  });
  return Promise.all(views);
}

/** One server as it is answered. */
export async function oneServerView(shown: Shown, repositories: Place, row: McpServerRow): Promise<ServerView> {
  const [view] = await serverViews(shown, repositories, [row]);
  if (view === undefined) throw new Error('a row without a view');
  return view;
}

/** The accounts of these ids, in their order. */
export async function accountsByIds(accounts: Repositories['accounts'], ids: readonly string[]): Promise<Account[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const { rows } = await accounts.list({ limit: wanted.length, ids: wanted });
  return wanted.flatMap((id) => rows.find((account) => account.id === id) ?? []);
}

/** The accounts that a server views: its own, and these or those that are stored. */
export async function viewedAccounts(
  { accounts, servers }: Pick<Repositories, 'accounts' | 'servers'>,
  { id, account_id: home }: Pick<McpServerRow, 'id' | 'account_id'>,
  further?: readonly string[],
): Promise<Account[]> {
  const ids = further ?? (await servers.furtherAccounts([id])).map(({ account_id }) => account_id);
  return accountsByIds(accounts, [home, ...ids]);
}

/** The accounts of one server as clients know them; none where it is one. */
export function accountsOf(viewed: readonly ViewedAccount[], api: ServedApi): ServedAccounts {
  return servedAccounts(viewed.length > 1 ? accountLabels(viewed) : [], viewed, api);
}

/** What a server exposes, or nothing and no catalogue. */
function exposureIfAny(
  exposureOf: ExposureOf,
  ...of: Parameters<ExposureOf>
): Omit<Exposure, 'catalog'> & { readonly catalog: CatalogIdentity | null } {
  try {
    return exposureOf(...of);
  } catch (error) {
    // An update of the gateway can take away tools that a stored configuration names.
    if (error instanceof InputError) return { listed: [], reachable: [], tokens: 0, catalog: null };
    throw error;
  }
}

/** An account that a server views, or what is known of one that was removed. */
type ViewedAccount = Pick<Account, 'id' | 'label'> & Partial<Account>;

/** Of a server what its row has not. */
interface Viewed {
  readonly viewed: readonly ViewedAccount[];
  readonly api: ServedApi;
  readonly calls: number;
}

/** A server as it is answered, by the accounts that it views, its own first. */
export function serverView(
  { publicUrl, exposureOf }: Pick<Shown, 'publicUrl' | 'exposureOf'>,
  row: McpServerRow,
  { viewed, api, calls }: Viewed,
): ServerView {
  const config = readServerConfig(row.config);
  const exposure = exposureIfAny(exposureOf, config, accountsOf(viewed, api), api);
  const hint = longListWarning(exposure.listed.length, LONG_LIST_WAYS);
  return {
    id: row.id,
    integrated_account_id: row.account_id,
    accounts: viewed.map(({ id }) => id),
    name: row.name,
    config,
    url: openUrl({ publicUrl }, row) ?? null,
    tools: exposure.reachable.length,
    tokens: exposure.tokens,
    catalog: exposure.catalog && { ...exposure.catalog, is_expected: isExpected(config, exposure.catalog) },
    ...(hint !== undefined && { hint }),
    state: row.enabled === 0 ? 'disabled' : 'active',
    owner: row.owner,
    expires_at: isoTimeOrNull(row.expires_at),
    idle_timeout_seconds: row.idle_ms === null ? null : row.idle_ms / 1000,
    last_used_at: isoTimeOrNull(row.last_used_at),
    calls_last_day: calls,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  };
}

function isExpected({ expected_catalog: expected }: ServerConfig, catalog: CatalogIdentity): boolean {
  return expected === undefined || changedFrom(expected, catalog) === undefined;
}
