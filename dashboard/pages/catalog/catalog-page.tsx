import { PageHead } from '../../parts/page-head.tsx';

/** Tool catalog. */
export function CatalogPage() {
  return <PageHead title="Tool catalog" />;
}
