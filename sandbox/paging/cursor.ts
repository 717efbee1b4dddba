import { Fault } from '../fault.ts';

/** Where a page of a list ended: behind this row, which stood at this index. */
interface Position {
  readonly id: string;
  readonly index: number;
}

/** An opaque cursor for what follows a row, as Intercom's `starting_after`. */
export function cursorAfter({ id, index }: Position): string {
  return Buffer.from(JSON.stringify([index, id])).toString('base64');
}

/** The index at which a cursor's page begins: behind its row, or where that row stood if it is gone. Throws a Fault for a foreign one. */
export function indexBehind(cursor: string, rows: readonly { readonly id?: string }[]): number {
  const { id, index } = readCursor(cursor);
  const found = rows[index]?.id === id ? index : rows.findIndex((row) => row.id === id);
  return found < 0 ? index : found + 1;
}

function readCursor(cursor: string): Position {
  try {
    const [index, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof index === 'number' && index >= 0 && typeof id === 'string') return { index, id };
  } catch {
    // Not ours: refused below.
  }
  throw new Fault(400, 'Invalid starting_after param: pass the value of a page that was answered', {
    code: 'client_error',
    field: 'starting_after',
  });
}
