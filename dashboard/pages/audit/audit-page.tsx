import { PageHead } from '../../parts/page-head.tsx';

/** Audit log. */
export function AuditPage() {
  return <PageHead title="Audit log" />;
}
