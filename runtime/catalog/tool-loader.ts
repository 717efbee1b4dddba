import type { Tool } from '../tool/tool.ts';
import { createAliases } from './aliases.ts';
import type { CatalogEntry } from './catalog.ts';

/** Loads the module of one resource; its exports are tools. */
export type ModuleLoader = () => Promise<object>;

/** A tool, and what its module calls it. */
export interface LoadedExport {
  readonly name: string;
  readonly tool: Tool;
}

type Names = readonly Pick<CatalogEntry, 'name' | 'function' | 'module' | 'aliases'>[];

/** The time in milliseconds that names which tools had are held against; the system's unless given. */
interface LoaderOptions {
  readonly now?: () => number;
}

/**
 * A function that loads one tool of a catalogue by name, with its resource's module alone, and answers undefined for a
 * name that no tool has; one that a tool had loads it up to its last day. `modules` is the map of that name in the generated `modules.ts`.
 */
export function toolLoader(
  catalog: Names,
  modules: Readonly<Record<string, ModuleLoader>>,
  options: LoaderOptions = {},
): (name: string) => Promise<Tool | undefined> {
  const load = exportLoader(catalog, modules, options);
  return async (name) => (await load(name))?.tool;
}

/** As {@link toolLoader}, with the name that a program imports. */
export function exportLoader(
  catalog: Names,
  modules: Readonly<Record<string, ModuleLoader>>,
  { now }: LoaderOptions = {},
): (name: string) => Promise<LoadedExport | undefined> {
  const entries = new Map(catalog.map((entry) => [entry.name, entry]));
  const aliases = createAliases(catalog, now);
  const entryOf = (name: string) => {
    const former = aliases.find(name);
    return former === undefined || former.isOver ? entries.get(name) : former.entry;
  };
  const loaded = new Map<object, LoadedExport>();

  async function load(entry: Names[number]): Promise<LoadedExport | undefined> {
    const loadModule = Object.hasOwn(modules, entry.module) ? modules[entry.module] : undefined;
    if (loadModule === undefined) return undefined;
    // A generated module exports tools and nothing else.
    const exports = Object.entries(await loadModule()) as [string, Tool][];
    const own = exports.filter(([, tool]) => tool.name === entry.name);
    // Exports that a tool had stand beside its own.
    const [name, tool] = own.find(([one]) => one === entry.function) ?? own[0] ?? [];
    if (name === undefined || tool === undefined) return undefined;
    const found = { name, tool };
    loaded.set(entry, found);
    return found;
  }

  return async (called) => {
    const entry = entryOf(called);
    return entry && (loaded.get(entry) ?? (await load(entry)));
  };
}
