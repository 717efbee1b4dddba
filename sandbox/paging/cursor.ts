import { Fault } from '../http/fault.ts';

interface Listed {
  readonly id?: string;
}

/** Where a page begins: its first row and the row before it, which stood at this index. */
interface Position {
  readonly index: number;
  readonly before: string;
  readonly first: string;
}

/** An opaque cursor for the page that begins at an index above 0, as Intercom's `starting_after`. */
export function cursorOf(rows: readonly Listed[], start: number): string {
  const [before, first] = [rows[start - 1]?.id ?? '', rows[start]?.id ?? ''];
  return Buffer.from(JSON.stringify([start - 1, before, first])).toString('base64');
}

/**
 * The index at which a cursor's page begins, whatever came, went or moved in between: of the places that the two rows tell
 * the one next to where it was, or where it was if both are gone. Throws a Fault for a cursor of somebody else.
 */
export function startOf(cursor: string, rows: readonly Listed[]): number {
  const { index, before, first } = readCursor(cursor);
  const was = index + 1;
  if (rows[was]?.id === first) return was;
  const [behind, at] = [rows.findIndex(({ id }) => id === before) + 1, rows.findIndex(({ id }) => id === first)];
  const found = [at, behind > 0 ? behind : -1].filter((start) => start >= 0);
  return found.toSorted((a, b) => Math.abs(a - was) - Math.abs(b - was))[0] ?? was;
}

function readCursor(cursor: string): Position {
  try {
    const [index, before, first]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof index === 'number' && Number.isSafeInteger(index) && index >= 0)
      if (typeof before === 'string' && typeof first === 'string') return { index, before, first };
  } catch {
    // Not ours: refused below.
  }
  throw new Fault(400, 'Invalid starting_after param: pass the value of a page that was answered', {
    code: 'client_error',
    field: 'starting_after',
  });
}
