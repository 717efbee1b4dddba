import { isRecord } from '../value/value.ts';
import { chooseSingle, chooseSummary } from './choose-shown.ts';
import { clean } from './clean.ts';
import { fillSelected } from './fill-selected.ts';
import { shrink, sizeOf } from './fit.ts';
import { takeParts } from './parts.ts';
import { ruleFor, SUMMARY_TEXT } from './rules.ts';
import { fieldNotes, reserveOf, type Shaping } from './shaping.ts';
import { SAID_OF_PARTS, showParts, wantedParts } from './show-parts.ts';
import { readMore, untrustedNote } from './untrusted.ts';

/** The answer about one item: all but what its rule hides, its parts in a window. */
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
  const { untrusted: _, more_fields, absent_fields, ...whole } = output;
  const said = Object.fromEntries(
    SAID_OF_PARTS.flatMap((key) => (Object.hasOwn(whole, key) ? [[key, whole[key]]] : [])),
  );
  const answer = Object.fromEntries(Object.entries(whole).filter(([key]) => !Object.hasOwn(said, key)));
  const more = readMore(more_fields);
  const path = tool.parts ?? ruleFor(answer.type, tool.name, rules)?.parts;
  const { value, keepType } = chooseSingle(answer, {
    tool: tool.name,
    rules,
    selection,
    more,
    parts: path?.split('.')[0],
  });
  const all = path === undefined ? undefined : takeParts(answer, path);
  const wanted = all && wantedParts(all, shaping);
  const chosen = path === undefined ? undefined : takeParts(value, path);
  // Who asks for some parts wants to see them, whatever else was chosen.
  const apart = chosen ?? (wanted && all && { ...all, rest: isRecord(value) ? value : {} });
  const selected = keepType ? new Set([...cleaning.selected, 'type']) : cleaning.selected;
  const isBehind = options.parts?.after !== undefined && apart !== undefined;
  const rest = apart?.rest ?? value;
  const around =
    wanted && !selection ? chooseSummary(rest, { tool: tool.name, rules, selection, more: new Set() }).value : rest;
  const longest = wanted && !selection ? Math.min(SUMMARY_TEXT, cleaning.longest) : cleaning.longest;
  const cleaned = clean(around, { ...cleaning, selected, longest }) ?? {};
  const asked = {
    raw: answer,
    paths: selection?.paths.filter((one) => one !== apart?.key) ?? [],
    opaque: rules.opaque,
  };
  const head = isBehind ? { id: answer.id } : fillSelected(cleaned, asked);

  const small = shrink(head, apart ? Math.floor(room * 0.6) : room, cleaning);
  const left = room - sizeOf(small);
  const shaped = {
    ...(isRecord(small) ? small : {}),
    ...(apart && showParts(apart, wanted, { shaping, room: left })),
    ...said,
    ...fieldNotes(shaping, { values: [answer], more }),
    ...(Array.isArray(absent_fields) && { absent_fields }),
  };
  const note = untrustedNote({ tags: tool.tags, types: [answer.type] }, shaped, rules);
  return note === undefined ? shaped : { untrusted: note, ...shaped };
}
