import { PageHead } from '../../parts/page-head.tsx';

/** Tool. */
export function ToolPage() {
  return <PageHead title="Tool" />;
}
