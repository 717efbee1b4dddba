import { openApi } from '../../intercom/open-api.ts';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import { type CatalogIdentity, catalogIdentity } from '../../runtime/catalog/catalog-identity.ts';
import { filterCatalog, type ToolFilter } from '../../runtime/catalog/filter.ts';
import { servedCatalog } from '../../runtime/catalog/served-words.ts';

/** By what the tools for a version are known that a server with this filter serves; throws {@link InputError} for a filter that keeps nothing. */
export async function catalogOf(filter: ToolFilter, version?: string): Promise<CatalogIdentity> {
  const { catalog, apiVersion, profile } = await openApi(version);
  const others = Object.keys(profile.sayings ?? {});
  const served = servedCatalog(catalog, filterCatalog(catalog, filter), others);
  return catalogIdentity(catalogDigest(served), apiVersion);
}
