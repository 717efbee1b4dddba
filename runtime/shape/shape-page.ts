import { LINES, ruleFor } from '../../intercom/answer-rules.ts';
import { isRecord, own } from '../value/value.ts';
import { chooseHit } from './choose-hit.ts';
import { clean } from './clean.ts';
import { countFitting, shrink, sizeOf } from './fit.ts';
import { fieldNotes, reserveOf, type Shaping } from './shaping.ts';
import { readMore, untrustedNote } from './untrusted.ts';

/** A page of a list: its items as summaries, as many as fit, and a cursor for the rest. */
export function shapePage(page: Readonly<Record<string, unknown>>, shaping: Shaping): unknown {
  const { limit, cleaning } = shaping;
  const { result, next_cursor, untrusted: _, more_fields, absent_fields, left_out, ...extras } = page;
  const items: readonly unknown[] = Array.isArray(result) ? result : [];
  const more = readMore(more_fields);
  const hits = items.map((item) => shapeHit(item, shaping, more));
  const beside = shrink(clean(extras, cleaning) ?? {}, Math.floor(limit / 4), cleaning);
  const notes = {
    ...fieldNotes(shaping, { values: items, more }),
    ...(Array.isArray(absent_fields) && { absent_fields }),
  };
  const said = { next: next_cursor, extras: isRecord(beside) ? beside : {}, notes, leftOut: left_out };
  const room = limit - reserveOf(limit) - sizeOf(beside);
  const answer = compose(hits, { shaping, room, ...said });
  const over = sizeOf(answer) - limit;
  if (over <= 0) return answer;
  const less = Math.min(room, sizeOf(answer.result)) - over - 100;
  return shrink(compose(hits, { shaping, room: less, ...said }), limit, cleaning);
}

/** One item as a summary, or as was asked for; the names of what it could show as well are added to `more`. */
export function shapeHit(item: unknown, { tool, wish, cleaning }: Shaping, more: Set<string>): unknown {
  const { value, keepType } = chooseHit(item, { tool: tool.name, wish, more });
  const lines = ruleFor(own(item, 'type'), tool.name)?.lines ?? LINES;
  const asked = keepType ? new Set([...cleaning.asked, 'type']) : cleaning.asked;
  const cleaned = clean(value, { ...cleaning, asked, longest: Math.min(lines, cleaning.longest), inList: true });
  return cleaned ?? (isRecord(item) ? {} : item);
}

interface Composing {
  readonly shaping: Shaping;
  readonly room: number;
  readonly next: unknown;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly notes: Readonly<Record<string, unknown>>;
  readonly leftOut: unknown;
}

function compose(
  hits: readonly unknown[],
  { shaping, room, next, extras, notes, leftOut }: Composing,
): Record<string, unknown> {
  const { resume } = shaping.options;
  const shown = fitHits(hits, { room, shaping });
  const isCut = shown.length < hits.length;
  const cursor = isCut && resume ? resume(shown.length) : next;
  const missing = isCut && !resume ? hits.length - shown.length : leftOut;
  const answer = {
    result: shown,
    ...(cursor !== undefined && { next_cursor: cursor }),
    ...(missing !== undefined && { left_out: missing }),
    ...parallel(extras, { from: hits.length, to: shown.length }),
    ...notes,
  };
  const note = untrustedNote(shaping.tool.tags, answer);
  return note === undefined ? answer : { untrusted: note, ...answer };
}

/** The first items that fit. Where the rest could not be asked for, each is cut instead; so is one that fills a page alone. */
function fitHits(
  hits: readonly unknown[],
  { room, shaping: { options, cleaning } }: Pick<Composing, 'room' | 'shaping'>,
): readonly unknown[] {
  const count = countFitting(hits, room);
  if (count === hits.length) return hits;
  if (options.resume) return count > 0 ? hits.slice(0, count) : [shrink(hits[0], Math.max(room, 100), cleaning)];
  const each = Math.floor(room / hits.length) - 1;
  const small = each < 100 ? hits : hits.map((hit) => shrink(hit, each, cleaning));
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
