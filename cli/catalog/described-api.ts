import type { Tool, ToolList } from '../../dashboard/api/schema.d.ts';
import type { SiteInput } from '../../dashboard/site/site.ts';
import { toolListView, toolView } from '../../gateway/api/tools/schemas.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { exportLoader, type ModuleLoader } from '../../runtime/catalog/tool-loader.ts';
import type { IndexedProfile } from '../../runtime/discovery/tool-index.ts';
import { catalogIndex } from '../../runtime/reference/catalog-index.ts';
import type { TagGroups } from '../../runtime/reference/tool-groups.ts';
import { toolPage } from '../../runtime/reference/tool-page.ts';
import { ConfigError } from '../../runtime/value/errors.ts';

/** Generated tools of an API, and what a reader has to know of it. */
export interface DescribedApi {
  readonly name: string;
  readonly version: string;
  readonly catalog: readonly CatalogEntry[];
  readonly modules: Readonly<Record<string, ModuleLoader>>;
  readonly groups: TagGroups;
  readonly words: IndexedProfile;
  /** The module of one resource, as a program imports it. */
  readonly moduleOf: (module: string) => string;
  /** How a program comes to a client. */
  readonly setup: SiteInput['setup'];
}

/** All that a site says of an API's tools: just what a gateway answers of them. Throws {@link ConfigError} for a name that no file can have. */
export async function describeApi(api: DescribedApi): Promise<Omit<SiteInput, 'generator'>> {
  const { name, version, catalog, modules, groups, words, moduleOf, setup } = api;
  const listed = { version, apis: [{ id: words.id, name }], apiOf: () => words.id };
  const strange = catalog.find((entry) => !FILE_NAME.test(entry.name));
  if (strange !== undefined)
    throw new ConfigError(`${JSON.stringify(strange.name)} is no name of a tool.`, 'Generate the tools again.');
  const load = exportLoader(catalog, modules);
  const tools = await Promise.all(
    catalog.map(async (entry) => {
      const loaded = await load(entry.name);
      if (loaded === undefined) throw new Error(`${entry.name} is in the catalog, and in no module.`);
      return asAnswered<Tool>(toolView(toolPage(entry, loaded, { groups, moduleOf }), words.id));
    }),
  );
  return {
    api: name,
    version,
    list: asAnswered<ToolList>(toolListView(listed, catalogIndex(catalog, groups))),
    tools,
    words,
    setup,
  };
}

/** Names that lead nowhere else where a file is called so. */
const FILE_NAME = /^[\w-][\w.-]*$/;

/** What a client of a gateway reads of an answer. */
function asAnswered<Answer>(view: object): Answer {
  return JSON.parse(JSON.stringify(view)) as Answer;
}
