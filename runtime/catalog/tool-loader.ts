import type { Tool } from '../tool/tool.ts';
import type { CatalogEntry } from './catalog.ts';

/** Loads the module of one resource; its exports are tools. */
export type ModuleLoader = () => Promise<object>;

/**
 * A function that loads one tool of a catalogue by name, with its resource's module alone, and answers undefined for a
 * name that no tool has. `modules` is the map of that name in the generated `modules.ts`.
 */
export function toolLoader(
  catalog: readonly Pick<CatalogEntry, 'name' | 'module'>[],
  modules: Readonly<Record<string, ModuleLoader>>,
): (name: string) => Promise<Tool | undefined> {
  const moduleOf = new Map(catalog.map(({ name, module }) => [name, module]));
  return async (name) => {
    const module = moduleOf.get(name);
    const load = module !== undefined && Object.hasOwn(modules, module) ? modules[module] : undefined;
    if (load === undefined) return undefined;
    // A generated module exports tools and nothing else.
    return (Object.values(await load()) as Tool[]).find((tool) => tool.name === name);
  };
}
