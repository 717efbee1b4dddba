import { loadApi } from '../api/load-api.ts';
import { anotherApi } from './another-api.ts';
import { builtSite, siteFiles } from './built-site.ts';
import { describeApi } from './described-api.ts';
import { intercomApi } from './intercom-api.ts';
import { writeSite } from './write-site.ts';

/** A site to write. */
export interface CatalogOptions {
  readonly out: string;
  /** The folder or package of another API's tools; Intercom's unless given. */
  readonly api?: string | undefined;
  readonly force: boolean;
  /** Where the parts of a site were built. */
  readonly built?: string;
}

/** What was written. */
export interface CatalogReport {
  readonly api: string;
  readonly version: string;
  readonly out: string;
  readonly tools: number;
  readonly pages: number;
  readonly files: number;
}

/** Writes the catalog as a site; throws {@link ConfigError} where something of it cannot be read or written. */
export async function writeCatalog({ out, api, force, built = builtSite() }: CatalogOptions): Promise<CatalogReport> {
  const input = await describeApi(api === undefined ? intercomApi : anotherApi(await loadApi(api)));
  const tools = input.tools.length;
  const files = await siteFiles(built, input);
  await writeSite(out, files, force);
  const pages = files.filter(({ path }) => path.endsWith('.html')).length;
  return { api: input.api, version: input.version, out, tools, pages, files: files.length };
}
