import { asText, isRecord, own } from '../value/value.ts';
import { chooseSingle, chooseSummary, idOf } from './choose-shown.ts';
import { clean } from './clean.ts';
import { countFitting, shrink, sizeOf } from './fit.ts';
import { nameOnce, olderThan, type TakenApart, takeParts, WINDOW, writtenAt } from './parts.ts';
import { encodePartsCursor } from './parts-cursor.ts';
import { ruleFor, SUMMARY_TEXT } from './rules.ts';
import { fieldNotes, reserveOf, type Shaping } from './shaping.ts';
import { readMore, untrustedNote } from './untrusted.ts';

/** A write's answer that is longer (characters) is shown as a summary: what was written is known. */
const SHORT_ANSWER = 2_000;
/** Characters of one message in a window. */
const LONGEST_PART = 6_000;

/** The answer about one item: all but what its rule hides, its parts in a window, newest first. */
export function shapeSingle(output: unknown, shaping: Shaping): unknown {
  const { limit, cleaning } = shaping;
  if (!isRecord(output)) return shrink(clean(output, cleaning) ?? [], limit, cleaning);
  let room = limit - reserveOf(limit);
  let shaped = compose(output, shaping, room);
  // What an answer says beside its content may take more than was set aside; once more with less is enough, or nearly.
  for (let over = sizeOf(shaped) - limit; over > 0 && room > limit / 4; over = sizeOf(shaped) - limit) {
    room -= over + 100;
    shaped = compose(output, shaping, room);
  }
  return shrink(shaped, limit, cleaning);
}

function compose(output: Readonly<Record<string, unknown>>, shaping: Shaping, room: number): Record<string, unknown> {
  const { tool, selection, options, cleaning } = shaping;
  const { rules } = cleaning;
  const { untrusted: _, more_fields, absent_fields, older_parts, older_parts_cursor, ...answer } = output;
  const more = readMore(more_fields);
  const path = tool.parts ?? ruleFor(answer.type, tool.name, rules)?.parts;
  const isLong =
    tool.access === 'write' && ruleFor(answer.type, tool.name, rules) !== undefined && isLonger(answer, SHORT_ANSWER);
  const { value, keepType } = chooseSingle(answer, {
    tool: tool.name,
    rules,
    selection,
    more,
    parts: path?.split('.')[0],
  });
  const apart = path === undefined ? undefined : takeParts(value, path);
  const selected = keepType ? new Set([...cleaning.selected, 'type']) : cleaning.selected;
  const shown = isLong
    ? chooseSummary(apart?.rest ?? value, { tool: tool.name, rules, selection, more }).value
    : (apart?.rest ?? value);
  const longest = isLong ? Math.min(SUMMARY_TEXT, cleaning.longest) : cleaning.longest;
  const head =
    options.after && apart
      ? { id: answer.id }
      : (clean(shown, { ...cleaning, selected, longest, inList: isLong }) ?? {});

  const small = shrink(head, apart ? Math.floor(room * 0.6) : room, cleaning);
  const left = room - sizeOf(small);
  const before = {
    ...(older_parts !== undefined && { older_parts }),
    ...(older_parts_cursor !== undefined && { older_parts_cursor }),
  };
  const shaped = {
    ...(isRecord(small) ? small : {}),
    ...(apart && showParts(apart, { shaping, room: left, most: isLong ? 1 : WINDOW, id: options.id ?? idOf(answer) })),
    ...before,
    ...fieldNotes(shaping, { values: [answer], more }),
    ...(Array.isArray(absent_fields) && { absent_fields }),
  };
  const note = untrustedNote(tool.tags, shaped, rules);
  return note === undefined ? shaped : { untrusted: note, ...shaped };
}

interface Showing {
  readonly shaping: Shaping;
  readonly room: number;
  readonly most: number;
  readonly id: string | undefined;
}

function showParts({ key, parts, total }: TakenApart, { shaping, room, most, id }: Showing): Record<string, unknown> {
  const { tool, options, cleaning } = shaping;
  const left = options.after ? olderThan(parts, options.after) : parts;
  const context = { ...cleaning, longest: Math.min(LONGEST_PART, cleaning.longest) };
  const cleaned = left.slice(0, most).map((part) => {
    const partId = asText(own(part, 'id'));
    return clean(part, context, { key, names: key, ids: partId === undefined ? key : `${key}.${partId}` }) ?? {};
  });
  const window = nameOnce(cleaned);
  const count = countFitting(window, room);
  const shown =
    count === 0 && window.length > 0 ? [shrink(window[0], Math.max(room, 100), cleaning)] : window.slice(0, count);
  const last = left[shown.length - 1];
  const older = left.length - shown.length;
  const lastId = asText(own(last, 'id'));
  const canGoOn = older > 0 && tool.parts !== undefined && id !== undefined && lastId !== undefined;
  return {
    [key]: shown,
    ...(total !== undefined && { [`${key}_total`]: total }),
    ...(older > 0 && tool.parts !== undefined && { older_parts: older }),
    ...(canGoOn && {
      older_parts_cursor: encodePartsCursor({ tool: tool.name, id }, { part: lastId, at: writtenAt(last) }),
    }),
  };
}

/** Counts without building the text, and without recursion. */
function isLonger(value: unknown, limit: number): boolean {
  const left: unknown[] = [value];
  let size = 0;
  while (left.length > 0 && size <= limit) {
    const part = left.pop();
    if (typeof part === 'string') size += part.length;
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        size += key.length + 6;
        left.push(inner);
      }
    }
  }
  return size > limit;
}
