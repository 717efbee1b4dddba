import type { Api } from '../../runtime/catalog/api.ts';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import { type CatalogIdentity, catalogIdentity } from '../../runtime/catalog/catalog-identity.ts';
import { filterCatalog, type ToolFilter } from '../../runtime/catalog/filter.ts';
import { servedCatalog } from '../../runtime/catalog/served-words.ts';
import { withinBudget } from '../../runtime/catalog/token-budget.ts';

/** Which tools are served. */
interface ServedFilter extends ToolFilter {
  /** What they may cost together. */
  readonly maxTokens?: number | undefined;
}

/** By what the tools of an API are known that a server with this filter serves; throws {@link InputError} for a filter that keeps nothing. */
export function catalogOf(
  { maxTokens, ...filter }: ServedFilter,
  { catalog, apiVersion, profile }: Api,
): CatalogIdentity {
  const others = Object.keys(profile.sayings ?? {});
  const kept = filterCatalog(catalog, filter);
  const fitting =
    maxTokens === undefined
      ? kept
      : // The server says what is left out; of a digest it is part.
        withinBudget(kept, { tokens: maxTokens, onLeftOut: () => {} }, profile.alwaysLoad);
  const served = servedCatalog(catalog, fitting, others);
  return catalogIdentity(catalogDigest(served), apiVersion);
}
