import { apiVersion, groups } from '../generated/intercom/facts.ts';
import { modules } from '../generated/intercom/modules.ts';
import { exportLoader } from '../runtime/catalog/tool-loader.ts';
import { type CatalogIndex, catalogIndex } from '../runtime/reference/catalog-index.ts';
import { type ToolPage, toolPage } from '../runtime/reference/tool-page.ts';
import { catalog } from './catalog.ts';
import { moduleOf } from './module-of.ts';
import { intercomWords } from './words.ts';

/** Intercom's tools for readers, in a list. */
export function toolIndex(): CatalogIndex {
  return catalogIndex(catalog, groups);
}

/** All that a reader sees of one of Intercom's tools; undefined for a name that no tool has. */
export async function pageOfTool(name: string): Promise<ToolPage | undefined> {
  const entry = catalog.find((candidate) => candidate.name === name);
  const loaded = await loadExport(name);
  return entry && loaded && toolPage(entry, loaded, { groups, moduleOf });
}

const loadExport = exportLoader(catalog, modules);

/** What a reader's pages of Intercom's tools are made of. */
export const intercomReference = {
  ...{ name: 'Intercom', version: apiVersion, catalog, modules, groups, moduleOf },
  words: intercomWords,
} as const;
