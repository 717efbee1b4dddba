import { openApi, TOOL_VERSIONS, toolVersionFor } from '../../intercom/open-api.ts';
import type { Api } from '../../runtime/catalog/api.ts';
import type { Account } from '../store/contract/accounts.ts';
import { joinCatalogs } from './join-catalogs.ts';

/** The tools that a server over some accounts can have: those of the versions of the accounts, each as the newest of them has it. */
export interface ServedApi extends Api {
  /** The versions, newest first, and what tells these tools from those of other versions. */
  readonly versions: string;
}

/** An account, or what is left of one: without a version it has the newest. */
type Versioned = Partial<Pick<Account, 'api_version'>>;

const opened = new Map<string, Promise<ServedApi>>();

/** The {@link ServedApi} of accounts; the same for the same versions, of which no other is loaded. */
export function openServedApi(accounts: readonly Versioned[]): Promise<ServedApi> {
  const wanted = new Set(accounts.map(({ api_version: version }) => version && toolVersionFor(version)));
  const newest = TOOL_VERSIONS.at(-1);
  const versions = TOOL_VERSIONS.filter((version) => {
    return wanted.has(version) || (version === newest && (wanted.size === 0 || wanted.has(undefined)));
  }).toReversed();
  const key = versions.join(', ');
  const known = opened.get(key) ?? open(versions, key);
  opened.set(key, known);
  return known;
}

async function open(versions: readonly string[], key: string): Promise<ServedApi> {
  const apis = await Promise.all(versions.map((version) => openApi(version)));
  const [newest, ...older] = apis;
  if (newest === undefined) throw new Error('There are no tools of any version.');
  if (older.length === 0) return { ...newest, versions: key };
  return {
    ...newest,
    versions: key,
    catalog: joinCatalogs(apis.map(({ catalog }) => catalog)),
    loadTool: async (name) => {
      for (const { loadTool } of apis) {
        const tool = await loadTool(name);
        if (tool !== undefined) return tool;
      }
      return undefined;
    },
  };
}
