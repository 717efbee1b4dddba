import type { Api } from '../runtime/catalog/api.ts';
import { exportLoader } from '../runtime/catalog/tool-loader.ts';
import { type CatalogIndex, catalogIndex } from '../runtime/reference/catalog-index.ts';
import { type ToolPage, toolPage } from '../runtime/reference/tool-page.ts';
import { intercom } from './catalog.ts';
import { moduleOf } from './module-of.ts';
import { intercomWords } from './words.ts';

/** Intercom's tools for readers, in a list. */
export function toolIndex({ catalog, groups }: Api = intercom): CatalogIndex {
  return catalogIndex(catalog, groups);
}

/** All that a reader sees of one of Intercom's tools; undefined for a name that no tool has. */
export async function pageOfTool(name: string, api: Api = intercom): Promise<ToolPage | undefined> {
  const { catalog, modules, groups, apiVersion } = api;
  const entry = catalog.find((candidate) => candidate.name === name);
  const loaded = await exportLoader(catalog, modules)(name);
  const inPackage = (module: string) => moduleOf(module, apiVersion);
  return entry && loaded && toolPage(entry, loaded, { groups, moduleOf: inPackage });
}

/** What a reader's pages of Intercom's tools are made of. */
export const intercomReference = {
  ...{ name: 'Intercom', version: intercom.apiVersion, moduleOf: (module: string) => moduleOf(module) },
  ...{ catalog: intercom.catalog, modules: intercom.modules, groups: intercom.groups },
  words: intercomWords,
} as const;
