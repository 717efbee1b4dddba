import { catalog } from '../../intercom/catalog.ts';
import { apiVersion } from '../../intercom/connection.ts';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import { type CatalogIdentity, catalogIdentity } from '../../runtime/catalog/catalog-identity.ts';
import { filterCatalog, type ToolFilter } from '../../runtime/catalog/filter.ts';
import { servedCatalog } from '../../runtime/catalog/served-words.ts';

/** By what the tools are known that a server with this filter serves; throws {@link InputError} for a filter that keeps nothing. */
export function catalogOf(filter: ToolFilter): CatalogIdentity {
  return catalogIdentity(catalogDigest(servedCatalog(catalog, filterCatalog(catalog, filter))), apiVersion);
}
