import { PageHead } from '../../parts/page-head.tsx';

/** Try a tool. */
export function TryPage() {
  return <PageHead title="Try a tool" />;
}
