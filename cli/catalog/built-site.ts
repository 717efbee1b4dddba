import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { RenderSite, SiteFile, SiteInput } from '../../dashboard/site/site.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { GENERATOR } from './look-around.ts';

/** Where the pages, the script and the sheet of a site were built: in the package, and in a checkout once it was built. */
export function builtSite(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/catalog-site' : '../../catalog-site';
  return fileURLToPath(new URL(folder, import.meta.url));
}

const renderer = z.looseObject({ renderSite: z.custom<RenderSite>((value) => typeof value === 'function') });

/** The script and the sheet, which are the same in every site. */
const ASSETS = ['assets/catalog.css', 'assets/catalog.js'];

/** All files of a site, by what was built in a folder; throws {@link ConfigError} where nothing was. */
export async function siteFiles(folder: string, input: Omit<SiteInput, 'generator'>): Promise<readonly SiteFile[]> {
  const assets = await Promise.all(
    ASSETS.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8').catch((cause: unknown) => {
        throw new ConfigError(`${join(folder, path)} is missing.`, 'In a checkout npm run build makes it.', { cause });
      });
      return { path, text: `/* ${GENERATOR} */\n${text}` };
    }),
  );
  const url = pathToFileURL(join(folder, 'render', 'render-site.js')).href;
  const { renderSite } = renderer.parse(await import(url));
  return [...renderSite({ ...input, generator: GENERATOR }), ...assets];
}
