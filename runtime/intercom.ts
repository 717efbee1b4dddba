import entries from '../generated/intercom/catalog.json' with { type: 'json' };
import { modules } from '../generated/intercom/modules.ts';
import type { CatalogEntry } from './catalog.ts';
import type { Tool } from './tool.ts';

/** All of Intercom's tools as a model lists them, sorted by name, without their modules. */
export const catalog: readonly CatalogEntry[] = entries as unknown as readonly CatalogEntry[];

const moduleOf = new Map(catalog.map(({ name, module }) => [name, module]));

/** Loads one of Intercom's tools by name, with its resource's module alone; undefined for a name that no tool has. */
export async function loadTool(name: string): Promise<Tool | undefined> {
  const module = moduleOf.get(name);
  if (module === undefined) return undefined;
  // The catalogue and the modules are generated together.
  const tools: Record<string, Tool> = await modules[module as keyof typeof modules]();
  return Object.values(tools).find((tool) => tool.name === name);
}
