import { ResponseError } from '../http/errors.ts';
import { nextPosition } from '../paging/next-page.ts';
import { requestPage } from '../paging/page-request.ts';
import { readList } from '../paging/read-list.ts';
import type { NamedKind, NamedThing } from '../profile/named-kind.ts';
import type { ToolRequest } from '../tool/tool.ts';
import { digestValue } from '../value/digest.ts';
import { asText, own } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';

/** Sends the request of a tool that reads, and answers what came back. */
export type Read = (request: ToolRequest, tool: string) => Promise<unknown>;

/** Items of a list that are looked at, and its pages. */
export const MOST_ITEMS = 1_000;
const MOST_PAGES = 10;
const PAGE_SIZE = 100;

/** The items of a kind's list; not whole where there are more than are looked at. */
export async function lookUp(
  { tool, path, pagination }: Pick<NamedKind, 'tool' | 'path' | 'pagination'>,
  read: Read,
): Promise<{ readonly items: readonly unknown[]; readonly isWhole: boolean }> {
  const size = Math.min(PAGE_SIZE, pagination.max ?? PAGE_SIZE);
  const all: unknown[] = [];
  let position: NonNullable<ReturnType<typeof nextPosition>> = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(requestPage({ path }, pagination, { position, size }), tool);
    const items = readList(answer, pagination)?.items;
    if (items === undefined)
      throw new ResponseError({ status: 200 }, `The answer of ${path} holds no list.`, 'Give ids.');
    if (position.seen !== undefined && position.seen === digestValue(items)) break;
    all.push(...items.slice(0, MOST_ITEMS - all.length + 1));
    const next = nextPosition(pagination, { answer, position, items });
    if (next === undefined || all.length > MOST_ITEMS) break;
    if (page === MOST_PAGES - 1) return { items: all, isWhole: false };
    position = next;
  }
  return { items: all.slice(0, MOST_ITEMS), isWhole: all.length <= MOST_ITEMS };
}

/** The things of a kind that items of its list come to. */
export function readThings(items: readonly unknown[], { labels, read }: NamedKind): readonly NamedThing[] {
  if (read !== undefined) return items.flatMap((item) => read(item));
  return items.flatMap((item) => {
    const id = asText(own(item, 'id'));
    const names = labels.flatMap((place) => asText(valueAt(item, place)) ?? []);
    return id === undefined || names.length === 0 ? [] : [{ id, labels: names }];
  });
}
