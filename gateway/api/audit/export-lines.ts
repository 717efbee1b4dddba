import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from '../../store/contract/audit.ts';
import { auditColumns, auditView, type ExportFormat } from './schemas.ts';

interface Form {
  readonly type: string;
  readonly head: string;
  readonly line: (entry: AuditEntry) => string;
}

/** How entries are written: the media type, what stands before them, and a line of each. */
export const exportForms = {
  ndjson: {
    type: 'application/x-ndjson',
    head: '',
    line: (entry) => `${JSON.stringify(auditView(entry))}\n`,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    head: row(auditColumns),
    line: (entry) => {
      const view = auditView(entry);
      return row(auditColumns.map((column) => (column === 'arguments' ? entry.arguments : view[column])));
    },
  },
} as const satisfies Record<ExportFormat, Form>;

/** A line as RFC 4180 has it, every cell in quotes: no text can begin a line of its own. What a spreadsheet would take for a formula begins with an apostrophe, which makes a text of it. */
function row(cells: readonly unknown[]): string {
  return stringify([[...cells]], { escape_formulas: true, quoted: true, record_delimiter: 'windows' });
}
