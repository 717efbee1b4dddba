import { useParams } from 'wouter-preact';
import './audit.css';
import { AuditEntryPage } from './audit-entry-page.tsx';
import { AuditLogPage } from './audit-log-page.tsx';

/** The audit log, or one of its entries. */
export function AuditPage() {
  const { entry } = useParams<{ entry?: string }>();
  return entry === undefined ? <AuditLogPage /> : <AuditEntryPage id={entry} />;
}
