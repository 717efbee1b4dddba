import type { Snapshot } from './workspace.ts';

/** One difference between two states of a workspace: a row that came or went, or one value in a row. */
export interface Change {
  readonly table: string;
  readonly id: string;
  /** Dotted path in the row, such as `parts.3.body`; empty for the whole row. */
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Everything that differs between two states, by table, row and path. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return tables.flatMap((table) => {
    const [old = {}, now = {}] = [before[table], after[table]];
    const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return ids.flatMap((id) => differences(old[id], now[id]).map((difference) => ({ table, id, ...difference })));
  });
}

type Difference = Omit<Change, 'table' | 'id'>;

function differences(before: unknown, after: unknown, at = ''): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isNested(before) || !isNested(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ at, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], at === '' ? key : `${at}.${key}`));
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
