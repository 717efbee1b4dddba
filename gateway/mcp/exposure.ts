import type { Tool } from '@modelcontextprotocol/server';
import { estimateTokenCount } from 'tokenx';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { CatalogIdentity } from '../../runtime/catalog/catalog-identity.ts';
import { listTools } from '../../runtime/mcp/list.ts';
import { servedTools } from '../../runtime/mcp/served-tools.ts';
import { keepRecent } from '../../runtime/value/keep-recent.ts';
import type { ServedAccounts } from '../servers/accounts-of-tools.ts';
import type { ServedApi } from '../servers/served-api.ts';
import type { ServerConfig } from '../servers/server-config.ts';
import { servedOptions } from './served-options.ts';

/** A tool as a server shows it. */
export interface ExposedTool extends Pick<CatalogEntry, 'name' | 'title' | 'access' | 'destructive'> {
  /** Null for a tool of discovery or of programs, which stands for many. */
  readonly class: CatalogEntry['class'] | null;
  readonly personalData: boolean;
  /** What it costs a model (o200k). */
  readonly tokens: number;
}

/** What a configuration exposes to clients. */
export interface Exposure {
  /** What `tools/list` answers. */
  readonly listed: readonly ExposedTool[];
  /** What can be called: the same, or the tools behind those that are listed, where these find others or run programs. */
  readonly reachable: readonly ExposedTool[];
  /** What the list costs a model (o200k). */
  readonly tokens: number;
  /** By what the tools are known that can be called. */
  readonly catalog: CatalogIdentity;
}

/** Configurations that are remembered: enough for the servers of a few pages, and for who changes one key by key. */
const REMEMBERED = 300;

/** What configurations expose of these tools, over these accounts where they are several. */
export type ExposureOf = (config: ServerConfig, accounts: ServedAccounts, api: ServedApi) => Exposure;

/** An {@link ExposureOf} that remembers. */
export function createExposures(): ExposureOf {
  const known = keepRecent<Exposure>(REMEMBERED);
  return (config, accounts, api) =>
    known(JSON.stringify([config, api.key, accounts.key]), () => exposureOf(config, accounts, api));
}

/** Made as the endpoint makes it. */
function exposureOf(config: ServerConfig, accounts: ServedAccounts, api: ServedApi): Exposure {
  const options = servedOptions(config, accounts, api);
  const { kept, naming, tools, identity } = servedTools(options);
  const entries = new Map(options.catalog.map((entry) => [entry.name, entry]));
  const reachable = kept.map((entry) => exposed(entry, naming.add(entry.name), entry.tokens));
  const listed = tools.list().tools.map((tool) => {
    const entry = entries.get(naming.strip(tool.name) ?? '');
    return entry === undefined ? finder(tool, reachable) : exposed(entry, tool.name, tokensOf(tool, entry));
  });
  const isDirect = listed.every((tool) => tool.class !== null);
  return {
    listed,
    reachable: isDirect ? listed : reachable,
    tokens: listed.reduce((sum, tool) => sum + tool.tokens, 0),
    catalog: identity(),
  };
}

function exposed(entry: CatalogEntry, name: string, tokens: number): ExposedTool {
  const { title, access, destructive, personalData = false } = entry;
  return { name, title, class: entry.class, access, destructive, personalData, tokens };
}

/** A tool that calls others, or runs programs that do, may do what the worst of those behind it does. */
function finder(tool: Tool, reachable: readonly ExposedTool[]): ExposedTool {
  const { name, title = name, annotations = {} } = tool;
  const isReader = annotations.readOnlyHint === true;
  const { properties = {} } = tool.inputSchema;
  const [isCaller, isRunner] = ['arguments', 'code'].map((key) => Object.hasOwn(properties, key));
  const reaches = (access: ExposedTool['access']): boolean =>
    // A program that may write reads as well.
    isCaller ? (access === 'read') === isReader : isRunner === true && (access === 'read' || !isReader);
  const behind = reachable.filter(({ access }) => reaches(access));
  return {
    ...{ name, title, class: null, access: isReader ? 'read' : 'write' },
    destructive: behind.some(({ destructive }) => destructive),
    personalData: behind.some(({ personalData }) => personalData),
    tokens: estimateTokenCount(listedText(tool)),
  };
}

/** The generator counted the tool as it is in the catalog; what is otherwise here is estimated. */
function tokensOf(tool: Tool, entry: CatalogEntry): number {
  const [plain = tool] = listTools([entry]).tools;
  const [now, before] = [partsOf(tool), partsOf(plain)];
  // How far the estimate is off for this tool as a whole it is for a part of it as well.
  const share = entry.tokens / Math.max(1, estimateTokenCount(listedText(plain)));
  let tokens = entry.tokens;
  for (const key of new Set([...now.keys(), ...before.keys()])) {
    if (now.get(key) === before.get(key)) continue;
    const [text, was] = [textOf(key, now.get(key)), textOf(key, before.get(key))];
    if (text !== was) tokens += (estimateTokenCount(text) - estimateTokenCount(was)) * share;
  }
  return Math.round(tokens);
}

/** The parts of a tool by their places, each the same value where nothing has changed it. */
function partsOf({ name, title, description, inputSchema }: Tool): ReadonlyMap<string, unknown> {
  const { properties = {}, required, ...rest } = inputSchema;
  return new Map<string, unknown>([
    ...Object.entries({ name, title, description, required }).map(([key, part]) => [key, part] as const),
    ...Object.entries(rest),
    ...Object.entries(properties).map(([key, part]) => [`properties ${key}`, part] as const),
  ]);
}

function textOf(key: string, part: unknown): string {
  return part === undefined ? '' : `"${key.replace('properties ', '')}":${JSON.stringify(part)},`;
}

/** What counts of a tool. */
function listedText({ name, title, description, inputSchema, annotations }: Tool): string {
  return JSON.stringify({ name, title, description, inputSchema, annotations });
}
