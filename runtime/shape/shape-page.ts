import { isRecord, own } from '../value/value.ts';
import { chooseSummary } from './choose-shown.ts';
import { clean } from './clean.ts';
import { fillSelected } from './fill-selected.ts';
import { countFitting, shrink, sizeOf } from './fit.ts';
import { ruleFor, SUMMARY_TEXT } from './rules.ts';
import { fieldNotes, reserveOf, type Shaping } from './shaping.ts';
import { shareLists } from './share-lists.ts';
import { readMore, untrustedNote } from './untrusted.ts';

/** Items that are looked at: more than fit, however short they are. */
const MOST_ITEMS = 2_000;

/** A page of a list: its items as summaries, as many as fit, and a cursor for the rest. */
export function shapePage(page: Readonly<Record<string, unknown>>, shaping: Shaping): unknown {
  const { tool, limit, cleaning } = shaping;
  const { result, next_cursor, untrusted: _, more_fields, absent_fields, left_out, ...extras } = page;
  const all: readonly unknown[] = Array.isArray(result) ? result : [];
  const items = all.slice(0, MOST_ITEMS);
  const more = readMore(more_fields);
  const { shared: sharable = [] } = ruleFor(own(items[0], 'type'), tool.name, cleaning.rules) ?? {};
  const { items: summaries, shared } = shareLists(
    items.map((item) => shapeSummary(item, shaping, more)),
    sharable,
  );
  const besides = clean(extras, cleaning);
  const beside = shrink({ ...shared, ...(isRecord(besides) ? besides : {}) }, Math.floor(limit / 4), cleaning);
  const notes = {
    ...fieldNotes(shaping, { values: items, more }),
    ...(Array.isArray(absent_fields) && { absent_fields }),
  };
  const said = {
    total: all.length,
    next: next_cursor,
    extras: isRecord(beside) ? beside : {},
    notes,
    leftOut: left_out,
    types: [...new Set(items.map((item) => own(item, 'type')))],
  };
  const room = limit - reserveOf(limit) - sizeOf(beside);
  const answer = compose(summaries, { shaping, room, ...said });
  const over = sizeOf(answer) - limit;
  if (over <= 0) return answer;
  const less = Math.min(room, sizeOf(answer.result)) - over - 100;
  return shrink(compose(summaries, { shaping, room: less, ...said }), limit, cleaning);
}

/** One item as a summary, or as was asked for; the names of what it could show as well are added to `more`. */
function shapeSummary(item: unknown, { tool, selection, cleaning }: Shaping, more: Set<string>): unknown {
  const { rules } = cleaning;
  const { value, keepType } = chooseSummary(item, { tool: tool.name, rules, selection, more });
  const length = ruleFor(own(item, 'type'), tool.name, rules)?.textLength ?? SUMMARY_TEXT;
  const selected = keepType ? new Set([...cleaning.selected, 'type']) : cleaning.selected;
  const cleaned = clean(value, { ...cleaning, selected, longest: Math.min(length, cleaning.longest), inList: true });
  const shown = cleaned ?? (isRecord(item) ? {} : item);
  return selection ? fillSelected(shown, { raw: item, paths: selection.paths, opaque: rules.opaque }) : shown;
}

interface Composing {
  readonly shaping: Shaping;
  readonly room: number;
  /** Items of the page, looked at or not. */
  readonly total: number;
  readonly next: unknown;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly notes: Readonly<Record<string, unknown>>;
  readonly leftOut: unknown;
  /** Types of its items. */
  readonly types: readonly unknown[];
}

function compose(
  summaries: readonly unknown[],
  { shaping, room, total, next, extras, notes, leftOut, types }: Composing,
): Record<string, unknown> {
  const { standIn } = shaping;
  const shown = fitSummaries(summaries, { room, shaping });
  const isCut = shown.length < total;
  const cursor = isCut && standIn !== undefined ? standIn : next;
  const missing = isCut && standIn === undefined ? total - shown.length : leftOut;
  const answer = {
    result: shown,
    ...(cursor !== undefined && { next_cursor: cursor }),
    ...(missing !== undefined && { left_out: missing }),
    ...parallel(extras, { from: total, to: shown.length }),
    ...notes,
  };
  const note = untrustedNote({ tags: shaping.tool.tags, types }, answer, shaping.cleaning.rules);
  return note === undefined ? answer : { untrusted: note, ...answer };
}

/** The first items that fit. Where the rest could not be asked for, each is cut instead; so is one that fills a page alone. */
function fitSummaries(
  summaries: readonly unknown[],
  { room, shaping: { standIn, cleaning } }: Pick<Composing, 'room' | 'shaping'>,
): readonly unknown[] {
  const count = countFitting(summaries, room);
  if (count === summaries.length) return summaries;
  if (standIn !== undefined)
    return count > 0 ? summaries.slice(0, count) : [shrink(summaries[0], Math.max(room, 100), cleaning)];
  const each = Math.floor(room / summaries.length) - 1;
  const small = each < 100 ? summaries : summaries.map((summary) => shrink(summary, each, cleaning));
  return small.slice(0, countFitting(small, room));
}

/** Lists beside the items, one entry an item, are cut with them. */
function parallel(
  extras: Readonly<Record<string, unknown>>,
  { from, to }: { from: number; to: number },
): Record<string, unknown> {
  const isParallel = (value: unknown) => from !== to && Array.isArray(value) && value.length === from;
  return Object.fromEntries(
    Object.entries(extras).map(([key, value]) => [
      key,
      Array.isArray(value) && isParallel(value) ? value.slice(0, to) : value,
    ]),
  );
}
