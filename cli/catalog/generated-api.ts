import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { ModuleLoader } from '../../runtime/catalog/tool-loader.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { DescribedApi } from './described-api.ts';

/** What the generator is known to write into an entry, as far as a site needs it. */
const entries = z.array(
  z.looseObject({ name: z.string().regex(/^[\w.-]+$/), module: z.string(), inputSchema: z.looseObject({}) }),
);

const facts = z.looseObject({
  apiTitle: z.string(),
  apiVersion: z.string(),
  groups: z.record(z.string(), z.array(z.string())).default({}),
});

const modulesFile = z.looseObject({
  modules: z.record(
    z.string(),
    z.custom<ModuleLoader>((value) => typeof value === 'function'),
  ),
});

/** The tools that `intercom-mcp generate` wrote into a folder; throws {@link ConfigError} where it is no such folder. */
export async function generatedApi(folder: string): Promise<DescribedApi> {
  const catalog = await readEntries(folder);
  const { apiTitle, apiVersion, groups } = facts.parse(await load(folder, 'facts'));
  const { modules } = modulesFile.parse(await load(folder, 'modules'));
  return {
    ...{ name: apiTitle, version: apiVersion, catalog, modules, groups },
    words: { id: apiTitle.toLowerCase() },
    moduleOf: (module) => importPath(join(folder, 'tools', `${module}.ts`)),
    setup: {
      imports: [
        "import { createClient } from 'intercom-mcp-toolkit/runtime';",
        "import { profile } from './profile.ts';",
      ],
      client: ['const client = createClient({ profile, token: process.env.TOKEN });'],
    },
  };
}

async function readEntries(folder: string): Promise<readonly CatalogEntry[]> {
  const path = join(folder, 'catalog.json');
  try {
    const catalog: unknown = JSON.parse(await readFile(path, 'utf8'));
    // The generator of this very version wrote it, or tsc would say so of whoever serves it.
    return entries.parse(catalog) as unknown as readonly CatalogEntry[];
  } catch (cause) {
    throw notGenerated(folder, `${path} cannot be read as a catalog`, cause);
  }
}

/** Loads a module of the folder, as it was written or compiled. */
async function load(folder: string, name: string): Promise<unknown> {
  const path = ['ts', 'js'].map((ending) => join(folder, `${name}.${ending}`)).find((file) => existsSync(file));
  if (path === undefined) throw notGenerated(folder, `it has no ${name}.ts`, undefined);
  try {
    return await import(pathToFileURL(path).href);
  } catch (cause) {
    throw notGenerated(folder, `${path} cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, cause);
  }
}

function notGenerated(folder: string, reason: string, cause: unknown): ConfigError {
  return new ConfigError(
    `${folder} is no folder of generated tools: ${reason}.`,
    'Name the folder that intercom-mcp generate --out wrote.',
    { cause },
  );
}

/** The path of a file as a program in the working directory imports it. */
function importPath(file: string): string {
  const path = relative(process.cwd(), file).split(sep).join(posix.sep);
  return path.startsWith('..') ? path : `./${path}`;
}
