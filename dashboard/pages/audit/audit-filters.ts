import type { Changes } from '../../parts/href-with.ts';

/** What the log can be narrowed by: the name in the page's address, in the gateway's API, and in words. */
export const filters = {
  account: { asked: 'integrated_account_id', name: 'Account' },
  server: { asked: 'mcp_id', name: 'MCP server' },
  tool: { asked: 'tool', name: 'Tool' },
  action: { asked: 'action', name: 'Action' },
  status: { asked: 'status', name: 'Outcome' },
  actor: { asked: 'actor', name: 'Who' },
  from: { asked: 'from', name: 'From' },
  to: { asked: 'to', name: 'Before' },
  request_id: { asked: 'request_id', name: "The API's request" },
  call_id: { asked: 'call_id', name: 'Call' },
  program_id: { asked: 'program_id', name: 'Program' },
} as const;

export type FilterName = keyof typeof filters;

/** The names of {@link filters}, in their order. */
export const filterNames = Object.keys(filters) as readonly FilterName[];

/** The filters that are set. */
export type AuditFilters = Partial<Readonly<Record<FilterName, string>>>;

/** What an address narrows the log by; a name that is no filter's counts for nothing. */
export function readFilters(params: URLSearchParams): AuditFilters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

/** The same as the gateway's API takes it. */
export function filterQuery(set: AuditFilters): Partial<Record<(typeof filters)[FilterName]['asked'], string>> {
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [filters[name as FilterName].asked, value]));
}

/** Where what is filtered can be downloaded. */
export function exportHref(set: AuditFilters, format: 'ndjson' | 'csv'): string {
  return `/audit/export?${new URLSearchParams({ ...filterQuery(set), format })}`;
}

/** Takes every filter away. */
export const NO_FILTERS: Changes = Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** What this version records. Others can be typed. */
export const actions: readonly string[] = [
  ...['tools/call', 'refuse'],
  ...['account.create', 'account.update', 'account.renew', 'account.delete', 'account.active', 'account.needs_reauth'],
  ...['server.create', 'server.update', 'server.rotate', 'server.delete'],
  ...['api_token.create', 'api_token.delete', 'admin_key.create', 'admin_key.rotate', 'admin_key.delete'],
  ...['session.link', 'session.create', 'session.delete', 'login.link', 'login.finish'],
  ...['oauth.authorize', 'oauth.token', 'oauth.revoke'],
  ...['audit.export', 'audit.resume', 'backup.export', 'backup.import', 'keys.rotate'],
];
