import type { Pagination } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';
import { BESIDE_ITEMS } from './beside-items.ts';
import { findItems } from './find-items.ts';

/** The items of an answer and what stands beside them, such as `total_count` or `highlights`. */
export interface Listed {
  readonly items: readonly unknown[];
  readonly extras: Readonly<Record<string, unknown>>;
}

/** Takes a list answer apart: paging fields, wrappers and empty values are dropped; `undefined` where it holds no list. */
export function readList(answer: unknown, { items: place, next }: Pagination): Listed | undefined {
  const found = findItems(answer, place);
  if (found === undefined) return undefined;
  const dropped = new Set([...BESIDE_ITEMS, next?.split('.')[0] ?? '']);
  const extras: [string, unknown][] = [];
  if (found.path.length > 0) collect(answer, found.path);
  return { items: found.items, extras: Object.fromEntries(extras) };

  function collect(level: unknown, [key = '', ...deeper]: readonly string[]): void {
    if (!isRecord(level)) return;
    for (const [name, value] of Object.entries(level)) {
      if (name !== key && !dropped.has(name) && !isEmpty(value)) extras.push([name, value]);
    }
    if (deeper.length > 0) collect(level[key], deeper);
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
