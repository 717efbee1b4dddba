import type { Api } from '../../runtime/catalog/api.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import type { HostedApis } from '../apis/hosted-apis.ts';
import type { Account } from '../store/contract/accounts.ts';
import { composeApis } from './compose-apis.ts';
import { joinCatalogs } from './join-catalogs.ts';
import type { ServedApi } from './served-api.ts';

/** An account, or what is left of one: without an API or a version it has the gateway's first and its usual one. */
type Versioned = Partial<Pick<Account, 'api' | 'api_version'>>;

const opened = new WeakMap<HostedApis, Map<string, Promise<ServedApi>>>();

/** The {@link ServedApi} of accounts; the same for the same APIs and versions, of which no others are loaded. */
export function openServedApi(apis: HostedApis, accounts: readonly Versioned[]): Promise<ServedApi> {
  const chosen = chooseVersions(apis, accounts);
  const key = JSON.stringify(chosen.map(({ hosted, versions }) => [hosted.id, versions]));
  const ofApis = opened.get(apis) ?? new Map<string, Promise<ServedApi>>();
  opened.set(apis, ofApis);
  const known = ofApis.get(key) ?? open(chosen, key);
  ofApis.set(key, known);
  return known;
}

interface Chosen {
  readonly hosted: HostedApi;
  /** Newest first. */
  readonly versions: readonly string[];
}

function chooseVersions(apis: HostedApis, accounts: readonly Versioned[]): Chosen[] {
  const wanted = new Map<HostedApi, Set<string>>();
  for (const { api, api_version: version } of accounts.length === 0 ? [{}] : accounts) {
    const hosted = api === undefined ? apis.named(undefined) : apis.of({ api });
    const newest = hosted.toolVersions.at(-1) ?? hosted.defaultVersion;
    const versions = wanted.get(hosted) ?? new Set();
    wanted.set(hosted, versions.add(version === undefined ? newest : hosted.toolVersionFor(version)));
  }
  // One that the gateway has no more comes last.
  const place = (hosted: HostedApi): number => (apis.all.includes(hosted) ? apis.all.indexOf(hosted) : apis.all.length);
  return [...wanted]
    .map(([hosted, of]) => ({ hosted, versions: hosted.toolVersions.filter((one) => of.has(one)).toReversed() }))
    .toSorted((a, b) => place(a.hosted) - place(b.hosted) || (a.hosted.id < b.hosted.id ? -1 : 1));
}

async function open(chosen: readonly Chosen[], key: string): Promise<ServedApi> {
  const joined = await Promise.all(chosen.map(async (one) => ({ ...one, own: await joinVersions(one) })));
  const [first, ...others] = joined;
  if (first === undefined) throw new Error('There are no tools of any version.');
  if (others.length > 0) return composeApis(joined, key);
  const { own, hosted, versions } = first;
  const part = { hosted, own, ownName: (name: string) => name };
  const names = new Set(own.catalog.map(({ name }) => name));
  return {
    ...own,
    key,
    versions: versions.join(', '),
    parts: [part],
    partOf: (name) => (names.has(name) ? part : undefined),
  };
}

async function joinVersions({ hosted, versions }: Chosen): Promise<Api> {
  const apis = await Promise.all(versions.map((version) => hosted.open(version)));
  const [newest, ...older] = apis;
  if (newest === undefined) throw new Error(`There are no tools of ${hosted.id}.`);
  if (older.length === 0) return newest;
  return {
    ...newest,
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
