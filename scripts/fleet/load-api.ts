import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { type ModuleLoader, toolLoader } from '../../runtime/catalog/tool-loader.ts';
import type { ApiProfile } from '../../runtime/profile/api-profile.ts';
import type { Tool } from '../../runtime/tool/tool.ts';

/** Generated tools from a folder, with a neutral profile. */
export interface LoadedApi {
  readonly catalog: readonly CatalogEntry[];
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  readonly profile: ApiProfile;
}

/** Where the tools of every API send their requests, which nobody answers. */
const ADDRESS = 'https://api.example.test';

/** Loads what `generate` wrote into a folder. */
export async function loadApi(folder: string): Promise<LoadedApi> {
  // Written by the generator a moment ago.
  const catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8')) as CatalogEntry[];
  const { modules }: { modules: Record<string, ModuleLoader> } = await import(
    pathToFileURL(join(folder, 'modules.ts')).href
  );
  const profile: ApiProfile = {
    id: 'fleet',
    name: 'Fleet',
    connection: {
      addresses: { live: ADDRESS },
      defaultRegion: 'live',
      authentication: 'bearer',
      environment: { token: 'FLEET_TOKEN' },
    },
  };
  return { catalog, loadTool: toolLoader(catalog, modules), profile };
}
