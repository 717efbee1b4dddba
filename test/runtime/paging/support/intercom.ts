import fc from 'fast-check';
import type { Pagination } from '../../../../runtime/tool/tool.ts';
import { isRecord } from '../../../../runtime/value/value.ts';
import { type Recorded, type Recorder, type Reply, record } from '../../../support/recorder.ts';

/** How the stand-in for Intercom pages this time: what its description leaves open differs from run to run. */
export interface Scenario {
  readonly pagination: Pagination;
  /** Items in all. */
  readonly total: number;
  /** Items of a page where the request names no size, or where the server does not listen. */
  readonly size: number;
  readonly listens: boolean;
  /** The shape of `pages.next`, taken in turn from page to page. */
  readonly forms: readonly Form[];
  /** What stands for the next page on the last one. */
  readonly ending: 'null' | 'absent' | 'no pages';
}

type Form = 'object' | 'both' | 'address' | 'relative' | 'counts' | 'flat counts';

/** Scenarios of a way of paging, with the shapes that were seen of it. */
export function scenarios(pagination: Pagination): fc.Arbitrary<Scenario> {
  const cursor: Form[] = pagination.in === 'body.pagination' ? ['object', 'both'] : ['object', 'both', 'address'];
  const page: Form[] = ['object', 'both', 'address', 'relative', 'counts', 'flat counts'];
  const forms = pagination.style === 'cursor' ? cursor : page;
  return fc.record({
    pagination: fc.constant(pagination),
    total: fc.nat({ max: 30 }),
    size: fc.integer({ min: 1, max: 7 }),
    listens: fc.boolean(),
    forms: fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 3 }),
    ending: fc.constantFrom('null', 'absent', 'no pages'),
  });
}

/** A stand-in for Intercom on loopback that answers as the scenario that was set last. */
export async function startIntercom(): Promise<Recorder & { play: (scenario: Scenario) => void }> {
  let answer: (request: Recorded) => Reply = () => ({ status: 500 });
  const server = await record((request) => answer(request));
  return Object.assign(server, {
    play: (scenario: Scenario) => {
      answer = createServer(scenario);
    },
  });
}

function createServer(scenario: Scenario): (request: Recorded) => Reply {
  const { pagination, total } = scenario;
  if (pagination.style === 'scroll') return createScroll(scenario);
  return (request) => {
    if (pagination.style === 'none') return { body: place(pagination.items, ids(0, total)) };
    const asked = fieldsOf(request, pagination);
    const wanted = Number(asked.per_page ?? scenario.size);
    const size = Math.min(scenario.listens ? wanted : scenario.size, pagination.max ?? 50);
    const after = asked[pagination.param ?? 'starting_after'] ?? asked.starting_after;
    const number = Number(asked.page ?? 1);
    // An API that pages by number reads the number, even where it also gave a cursor.
    const from = pagination.style === 'page' ? (number - 1) * size : Number(String(after ?? 'c0').slice(1));
    const to = Math.min(from + size, total);
    const body = place(pagination.items, ids(from, to));
    if (pagination.untilEmpty || Array.isArray(body)) return { body };
    return { body: { ...body, total_count: total, ...paging(scenario, { number, size, to }) } };
  };
}

interface Turn {
  readonly number: number;
  readonly size: number;
  readonly to: number;
}

function paging({ pagination, total, forms, ending }: Scenario, { number, size, to }: Turn): object {
  const isLast = to >= total;
  const cursor = `c${to}`;
  if (pagination.next === 'next_cursor')
    return isLast
      ? ending === 'null'
        ? { has_more: false, next_cursor: null }
        : { has_more: false }
      : { has_more: true, next_cursor: cursor };
  const counts = { type: 'pages', page: number, per_page: size, total_pages: Math.ceil(total / size) };
  const known = pagination.style === 'page' ? counts : { type: 'pages' };
  if (isLast && ending === 'no pages') return {};
  if (isLast) return { pages: { ...known, ...(ending === 'null' && { next: null }) } };
  const form = forms[number % forms.length];
  const next = { per_page: size, ...(pagination.style === 'page' ? { page: number + 1 } : { starting_after: cursor }) };
  const query = new URLSearchParams(Object.entries(next).map(([key, value]) => [key, String(value)]));
  // Its own page sizes are not those of the addresses that it answers: a client must not trust their host or path.
  const address = `https://evil.example/elsewhere?${query}`;
  if (pagination.style === 'url')
    return { pages: { type: 'pages', next: `https://evil.example/x?starting_after=${cursor}&per_page=${size}` } };
  if (form === 'counts') return { pages: { ...counts, next: null } };
  if (form === 'flat counts') return counts;
  if (form === 'address') return { pages: { ...known, next: address } };
  if (form === 'relative') return { pages: { ...known, next: `/elsewhere?${query}` } };
  return { pages: { ...known, next: form === 'both' ? { page: number + 1, ...next, starting_after: cursor } : next } };
}

/** One scroll: a page a request, each once, an empty page at the end; any other parameter has expired. */
function createScroll({ total, size, ending }: Scenario): (request: Recorded) => Reply {
  let at = 0;
  return ({ query }) => {
    const expected = at === 0 ? null : `s${at}`;
    if (query.get('scroll_param') !== expected) {
      const error = { code: 'not_found', message: 'scroll parameter not found' };
      return { status: 404, body: { type: 'error.list', request_id: 'r1', errors: [error] } };
    }
    const data = ids(at, Math.min(at + size, total));
    at += data.length;
    const isOver = data.length === 0 && ending !== 'null';
    return { body: { type: 'list', data, ...(!isOver && { scroll_param: `s${at}` }), total_count: null } };
  };
}

function fieldsOf({ query, body }: Recorded, pagination: Pagination): Record<string, unknown> {
  if (pagination.in === undefined || pagination.in === 'query') return Object.fromEntries(query);
  const sent: unknown = JSON.parse(body);
  const fields = pagination.in === 'body' ? sent : isRecord(sent) ? sent.pagination : undefined;
  return isRecord(fields) ? fields : {};
}

/** Items as Intercom's objects, told apart by their ids. */
export function ids(from: number, to: number): { id: string }[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ id: `i${from + index}` }));
}

/** An answer with the items at their dotted place. */
function place(items: string, list: readonly unknown[]): object {
  if (items === '') return list;
  return items.split('.').reduceRight<unknown>((inner, key) => ({ type: 'list', [key]: inner }), list) as object;
}
