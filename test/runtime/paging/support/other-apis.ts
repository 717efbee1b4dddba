import type { Pagination } from '../../../../runtime/tool/tool.ts';
import { isRecord } from '../../../../runtime/value/value.ts';
import type { Answer, Reply } from '../../../support/recorder.ts';

/** What an API was asked for a page: how many items of all it has, how many a page has, and what the request says. */
export interface Asked {
  readonly total: number;
  readonly size: number;
  readonly sent: Readonly<Record<string, unknown>>;
}

/** A way of paging of some API, and how it answers. */
export interface OtherApi {
  readonly pagination: Pagination;
  readonly answer: (asked: Asked) => Reply;
  /** It gives fewer items than asked for where it likes; nothing but an empty page or a word then tells its end. */
  readonly isDeaf?: true;
}

/** One item. */
export interface Item {
  readonly id: string;
}

/** The items from one number up to another, told apart by their ids. */
export function items(from: number, to: number, total: number): Item[] {
  return Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, at) => ({ id: `i${from + at}` }));
}

/** One page of an API that counts pages. */
export function paged(asked: Asked, name: string, first: number) {
  const page = Number(asked.sent[name] ?? first);
  const from = (page - first) * asked.size;
  const list = items(from, from + asked.size, asked.total);
  return { page, list, isLast: from + list.length >= asked.total, pages: Math.ceil(asked.total / asked.size) };
}

/** How a server takes a page size: as asked up to its maximum, or not at all. */
export type Sizing = 'honest' | 'deaf';

const SERVER = { size: 7, max: 9 };

/** A server that answers as an API does which has so many items. */
export function serving(
  { pagination, answer }: OtherApi,
  { total, sizing }: { total: number; sizing: Sizing },
): Answer {
  return ({ query, body }) => {
    const { in: place = 'query', size: name = 'per_page' } = pagination;
    let sent: unknown = place === 'query' ? Object.fromEntries(query) : JSON.parse(body);
    for (const key of place.split('.').slice(1)) sent = isRecord(sent) ? sent[key] : undefined;
    const fields = isRecord(sent) ? sent : {};
    const size = sizing === 'deaf' ? SERVER.size : Math.min(Number(fields[name] ?? SERVER.size), SERVER.max);
    return answer({ total, size, sent: fields });
  };
}
