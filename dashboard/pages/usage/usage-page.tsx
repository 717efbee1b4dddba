import { PageHead } from '../../parts/page-head.tsx';

/** Usage. */
export function UsagePage() {
  return <PageHead title="Usage" />;
}
