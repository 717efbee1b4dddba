import type { Tool } from '../tool/tool.ts';
import type { CatalogEntry } from './catalog.ts';

/** Loads the module of one resource; its exports are tools. */
export type ModuleLoader = () => Promise<object>;

/** A tool, and what its module calls it. */
export interface LoadedExport {
  readonly name: string;
  readonly tool: Tool;
}

type Names = readonly Pick<CatalogEntry, 'name' | 'module'>[];

/**
 * A function that loads one tool of a catalogue by name, with its resource's module alone, and answers undefined for a
 * name that no tool has. `modules` is the map of that name in the generated `modules.ts`.
 */
export function toolLoader(
  catalog: Names,
  modules: Readonly<Record<string, ModuleLoader>>,
): (name: string) => Promise<Tool | undefined> {
  const load = exportLoader(catalog, modules);
  return async (name) => (await load(name))?.tool;
}

/** As {@link toolLoader}, with the name that a program imports. */
export function exportLoader(
  catalog: Names,
  modules: Readonly<Record<string, ModuleLoader>>,
): (name: string) => Promise<LoadedExport | undefined> {
  const moduleOf = new Map(catalog.map(({ name, module }) => [name, module]));
  return async (name) => {
    const module = moduleOf.get(name);
    const load = module !== undefined && Object.hasOwn(modules, module) ? modules[module] : undefined;
    if (load === undefined) return undefined;
    // A generated module exports tools and nothing else.
    const exports = Object.entries(await load()) as [string, Tool][];
    const found = exports.find(([, tool]) => tool.name === name);
    return found && { name: found[0], tool: found[1] };
  };
}
