import type { Api } from '../runtime/catalog/api.ts';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { rememberDigest } from '../runtime/catalog/catalog-digest.ts';
import { servedCatalog } from '../runtime/catalog/served-words.ts';
import { toolLoader } from '../runtime/catalog/tool-loader.ts';
import { intercomProfile } from './profile.ts';
import { sayings } from './sayings.ts';

/** What of a version is generated. */
export interface GeneratedApi extends Pick<Api, 'apiVersion' | 'answerTypes' | 'modules' | 'groups'> {
  /** The content of `catalog.json`. */
  readonly entries: unknown;
  /** Its digest. */
  readonly catalogDigest: string;
}

/** The tools of a version; words for other versions that name tools which this one lacks are left out of it. */
export function intercomApi({ entries, catalogDigest, apiVersion, modules, ...generated }: GeneratedApi): Api {
  // Written by the generator.
  const written = entries as readonly CatalogEntry[];
  const catalog = servedCatalog(written, written, Object.keys(sayings));
  if (catalog === written) rememberDigest(catalog, catalogDigest);
  const { connection } = intercomProfile;
  const version = connection.version && { ...connection.version, value: apiVersion };
  const profile = { ...intercomProfile, connection: { ...connection, ...(version && { version }) } };
  return { ...generated, apiVersion, profile, catalog, loadTool: toolLoader(catalog, modules), modules };
}
