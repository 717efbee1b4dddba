import type { CatalogIdentity } from '../catalog/catalog-identity.ts';
import { changedFrom } from '../catalog/catalog-pin.ts';
import { ConfigError, type ToolkitError } from '../value/errors.ts';

/** The header in which an answer names the digest of its server's tools. */
export const CATALOG_HEADER = 'Catalog-Digest';

/** The header in which a request names the digest that it expects, or its beginning. */
export const EXPECT_HEADER = 'Expect-Catalog';

/** Why a request with this `Expect-Catalog` is refused, and with which status: 400 for what is no digest, 412 where the tools are others. */
export function unexpectedCatalog(
  header: string | null,
  catalog: () => CatalogIdentity,
): { readonly status: 400 | 412; readonly error: ToolkitError } | undefined {
  if (header === null) return undefined;
  try {
    const error = changedFrom(header, catalog());
    return error && { status: 412, error };
  } catch (error) {
    if (error instanceof ConfigError) return { status: 400, error };
    throw error;
  }
}
