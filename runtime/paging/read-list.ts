import type { Pagination } from '../tool/tool.ts';
import { asInteger, isRecord } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';
import { BESIDE_ITEMS } from './beside-items.ts';
import { findItems } from './find-items.ts';

/** The items of an answer and what stands beside them, such as `total_count` or `highlights`. */
export interface Listed {
  readonly items: readonly unknown[];
  readonly extras: Readonly<Record<string, unknown>>;
}

/** Takes a list answer apart: paging fields, wrappers and empty values are dropped; `undefined` where it holds no list. */
export function readList(answer: unknown, pagination: Pagination): Listed | undefined {
  const { items: place, next, total } = pagination;
  const found = findItems(answer, place);
  if (found === undefined) return undefined;
  const dropped = new Set([...BESIDE_ITEMS, next !== undefined && !next.includes('.') ? next : '']);
  const pruned = pagingRoots(pagination);
  const extras: [string, unknown][] = [];
  if (found.path.length > 0) collect(answer, found.path);
  const count = total === undefined ? undefined : asInteger(valueAt(answer, total));
  return {
    items: found.items,
    extras: Object.fromEntries([...extras, ...(count === undefined ? [] : [['total_count', count]])]),
  };

  function collect(level: unknown, [key = '', ...deeper]: readonly string[]): void {
    if (!isRecord(level)) return;
    for (const [name, whole] of Object.entries(level)) {
      const value = pruned.has(name) ? withoutPaging(whole) : whole;
      if (name !== key && !dropped.has(name) && !isEmpty(value)) extras.push([name, value]);
    }
    if (deeper.length > 0) collect(level[key], deeper);
  }
}

/** The properties of an answer that hold what the operation says of its pages. */
function pagingRoots({ more, total, pages, next }: Pagination): ReadonlySet<string> {
  const places = [more?.replace(/^!/, ''), total, pages, next];
  return new Set(places.flatMap((place) => place?.split('.')[0] ?? []));
}

/** Names in small letters without marks of what only says where a page stands. */
const ABOUT_PAGES =
  /^(?:object|pages?|perpage|pagesize|size|limit|offset|skip|start|count|total\w*|num\w*|next\w*|prev\w*|first|last|self|more|has(?:more|next|prev)\w*|cursors?|\w*(?:cursor|token)|from|to|currentpage|pagenumber|pagecount|itemsperpage|isfirst|islast|empty)$/;

/** What an object beside the items says that is not about pages; nothing of a value that is none. */
function withoutPaging(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => {
    return [key, /^(?:cursors?|pagination|paging|pageinfo|links)$/.test(loose(key)) ? withoutPaging(part) : part];
  });
  return Object.fromEntries(entries.filter(([key, part]) => !ABOUT_PAGES.test(loose(key)) && !isEmpty(part)));
}

function loose(key: string): string {
  return key
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
