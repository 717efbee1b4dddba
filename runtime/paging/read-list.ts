import type { Pagination } from '../tool/tool.ts';
import { asText, isRecord, own } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';

/** The items of an answer and what stands beside them, such as `total_count` or `highlights`. */
export interface Listed {
  readonly items: readonly unknown[];
  readonly extras: Readonly<Record<string, unknown>>;
}

/** Takes a list answer apart: paging fields, wrappers and empty values are dropped; a lone item is a list of one. */
export function readList(answer: unknown, { items: path, next }: Pagination): Listed {
  if (path === '') return { items: toList(answer), extras: {} };
  const found = valueAt(answer, path) ?? undefined;
  if (found === undefined && asText(own(answer, 'id')) !== undefined) return { items: [answer], extras: {} };
  const dropped = new Set([...WRAPPERS, next?.split('.')[0] ?? '']);
  const extras: [string, unknown][] = [];
  collect(answer, path.split('.'));
  return { items: toList(found), extras: Object.fromEntries(extras) };

  function collect(level: unknown, [key = '', ...deeper]: string[]): void {
    if (!isRecord(level)) return;
    for (const [name, value] of Object.entries(level)) {
      if (name !== key && !dropped.has(name) && !isEmpty(value)) extras.push([name, value]);
    }
    if (deeper.length > 0) collect(level[key], deeper);
  }
}

const WRAPPERS = [
  'type',
  'pages',
  'page',
  'per_page',
  'total_pages',
  'has_more',
  'next_cursor',
  'scroll_param',
  'result',
] as const;

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
