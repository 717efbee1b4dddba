import { createAliases } from '../../runtime/catalog/aliases.ts';
import type { Api } from '../../runtime/catalog/api.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { nearest } from '../../runtime/value/nearest.ts';

/** A tool that was named, and its entry in the catalogue. */
export interface FoundTool {
  readonly entry: CatalogEntry;
  readonly tool: Tool;
  /** What was named is not its name, but can only mean this one. */
  readonly isGuess: boolean;
  /** What it is called now, where it was named as it was called before. */
  readonly note?: string;
}

type Catalog = readonly CatalogEntry[];

/**
 * Loads the tool of a name in a version's catalogue: its own, that of its export such as `searchConversations`, however that is
 * spelled, or one that it had, up to the last day of that. Any other name that only one tool can be meant by stands for a tool
 * that reads; throws {@link InputError} with the names that were most likely meant for all else.
 */
export async function findTool(
  name: string,
  api: Pick<Api, 'catalog' | 'loadTool' | 'profile'>,
  now = Date.now,
): Promise<FoundTool> {
  const { catalog, profile } = api;
  const former = createAliases(catalog, now).find(name);
  if (former?.isOver)
    throw new InputError([{ argument: '', message: former.note }], `Call ${former.name} with the same arguments.`);
  if (former !== undefined) return { ...(await load(former.entry, api)), isGuess: false, note: former.note };
  const exact = entryNamed(name, catalog);
  if (exact !== undefined) return { ...(await load(exact, api)), isGuess: false };
  const meant = await suggest(name, catalog, profile);
  const [only, ...others] = meant;
  const guess = only !== undefined && others.length === 0 ? entryNamed(only, catalog) : undefined;
  if (guess?.access === 'read' && isNear(name, guess)) return { ...(await load(guess, api)), isGuess: true };
  const listed = meant.map((candidate) => `\n  ${candidate}`).join('');
  const message = `there is no tool ${JSON.stringify(name)}.${listed && ` Did you mean one of these?${listed}`}`;
  throw new InputError([{ argument: '', message }], 'Run `intercom-mcp tools --search WORDS` to find one.');
}

/** The entry of a tool by its name or its export's; undefined for any other. */
function entryNamed(name: string, catalog: Catalog): CatalogEntry | undefined {
  const letters = lettersOf(name);
  return (
    catalog.find((entry) => entry.name === name) ??
    catalog.find((entry) => letters !== '' && lettersOf(entry.function ?? '') === letters)
  );
}

async function load(
  entry: CatalogEntry,
  { loadTool }: Pick<Api, 'loadTool'>,
): Promise<Pick<FoundTool, 'entry' | 'tool'>> {
  const tool = await loadTool(entry.name);
  if (tool === undefined) throw new Error(`${entry.name} is in the catalogue, and in no module.`);
  return { entry, tool };
}

/** As `search-conversations`, `SearchConversations` and `search conversations` have in common. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** All of its parts are of the name, or it is one of the names but for a letter or two. */
function isNear(name: string, { name: full, function: exported = full }: CatalogEntry): boolean {
  const parts = partsOf(name);
  return parts.every((part) => full.split('_').includes(part)) || isMistyped(name, full) || isMistyped(name, exported);
}

function isMistyped(name: string, right: string): boolean {
  const [a, b] = [lettersOf(name), lettersOf(right)];
  return Math.abs(a.length - b.length) <= 2 && a.slice(0, SAME) === b.slice(0, SAME);
}

/** Letters at the beginning that are not mistyped, which is the verb and what comes after it. */
const SAME = 6;

function partsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Short names such as `get_me` by their parts, mistyped ones by their letters, anything else by what its words say. */
async function suggest(name: string, catalog: Catalog, profile: Api['profile']): Promise<readonly string[]> {
  const names = catalog.map((entry) => entry.name);
  const parts = partsOf(name);
  const whole = names.filter((candidate) => parts.every((part) => candidate.split('_').includes(part)));
  if (parts.length > 0 && whole.length > 0) return whole.sort((a, b) => a.length - b.length).slice(0, 3);
  const exported = new Map(catalog.map((entry) => [lettersOf(entry.function ?? entry.name), entry.name]));
  const [short, ...more] = nearest(lettersOf(name), exported.keys()).flatMap((key) => exported.get(key) ?? []);
  const entry = short === undefined ? undefined : entryNamed(short, catalog);
  if (entry !== undefined && isMistyped(name, entry.function ?? ''))
    return isMistyped(name, more[0] ?? '') ? [entry.name, ...more] : [entry.name];
  const near = nearest(name, names);
  if (near.length > 0) return near;
  // Loaded only now: no call that succeeds needs them.
  const { createToolIndex } = await import('../../runtime/discovery/tool-index.ts');
  const found = createToolIndex(catalog, profile).search(name.replaceAll('_', ' '), new Set(names));
  return found.slice(0, 3).map(({ entry }) => entry.name);
}
