import type { EchoRules } from '../profile/answer-rules.ts';
import { isLonger } from '../value/is-longer.ts';
import { asText, isRecord, own } from '../value/value.ts';
import { chooseSingle } from './choose-shown.ts';
import { clean } from './clean.ts';
import { choose } from './fields.ts';
import { shrink } from './fit.ts';
import { byId, takeParts } from './parts.ts';
import { resourceName, ruleFor } from './rules.ts';
import { pick, withId } from './select.ts';
import type { Shaping } from './shaping.ts';
import { untrustedNote } from './untrusted.ts';

/** Characters of an answer that is shown as it is: some 60 tokens. */
const SHORT = 200;
/** Characters of one text, and of an echo as JSON. */
const LONGEST_TEXT = 100;
const LONGEST = 1_000;

/** The answer of a write: its id, what was changed, the part that was added, and what one needs to go on. */
export function shapeEcho(answer: Readonly<Record<string, unknown>>, shaping: Shaping): unknown {
  const { tool, options, cleaning } = shaping;
  const { rules } = cleaning;
  const { sent = {} } = options;
  const { untrusted: _, ...whole } = answer;
  const path = tool.parts ?? ruleFor(whole.type, tool.name, rules)?.parts;
  const apart = path === undefined ? undefined : takeParts(whole, path);
  const { keepType } = chooseSingle(whole, {
    tool: tool.name,
    rules,
    selection: undefined,
    more: new Set(),
    parts: path,
  });
  const selected = keepType ? new Set([...cleaning.selected, 'type']) : cleaning.selected;
  const context = { ...cleaning, selected, longest: LONGEST_TEXT, canAsk: false, inList: true };
  const paths = [...pathsOf(whole, shaping), ...(keepType ? ['type'] : [])];
  // Times are longer as they are shown.
  const isShort = apart === undefined && !isLonger(whole, SHORT) && !isLonger(clean(whole, context), SHORT);
  const shown = isShort ? whole : withId(whole, pick(apart?.rest ?? whole, choose(paths)) ?? {});
  const echo = shrink(clean(shown, context) ?? {}, LONGEST, context);
  const added = apart && newest(apart.parts, Object.hasOwn(sent, 'body'));
  const shaped = {
    ...(isRecord(echo) ? echo : {}),
    ...(apart && added !== undefined && { [apart.key]: added }),
    ...outcomeOf(rules.echo, tool.name, { sent, answer: whole }),
  };
  // What was sent is known, whoever wrote it first.
  const foreign = Object.fromEntries(Object.entries(shaped).filter(([key]) => !Object.hasOwn(sent, key)));
  const note = untrustedNote({ tags: tool.tags, types: [whole.type] }, foreign, rules);
  return shrink(note === undefined ? shaped : { untrusted: note, ...shaped }, shaping.limit, context);
}

function pathsOf(answer: Readonly<Record<string, unknown>>, { tool, options, cleaning }: Shaping): string[] {
  const { echo, opaque, aliases } = cleaning.rules;
  const resource = resourceName(answer.type, tool.name, aliases);
  const known = (from: Readonly<Record<string, readonly string[]>> = {}, name: string) =>
    Object.hasOwn(from, name) ? from[name] : undefined;
  const usual = known(echo?.resources, resource) ?? echo?.properties ?? [];
  // Of what was made, all was sent: only what came to it is news.
  const changed =
    tool.class === 'create' ? [] : Object.entries(options.sent ?? {}).filter(([key]) => key !== 'created_at');
  const sent = changed.flatMap(([key, value]) =>
    opaque.has(key) && isRecord(value) ? Object.keys(value).map((name) => `${key}.${name}`) : [key],
  );
  return [...usual, ...sent, ...(known(echo?.tools, tool.name) ?? [])];
}

/** The part that a write added: the one with the largest id, since a part may be dated back. */
function newest(parts: readonly unknown[], hasWords: boolean): readonly unknown[] | undefined {
  const worded = hasWords ? parts.filter((part) => typeof own(part, 'body') === 'string') : parts;
  const last = (worded.length > 0 ? worded : parts).toSorted(byId).at(-1);
  const id = asText(own(last, 'id'));
  const kind = asText(own(last, 'part_type'));
  return id === undefined ? undefined : [{ id, ...(kind !== undefined && { part_type: kind }) }];
}

function outcomeOf(
  echo: EchoRules | undefined,
  tool: string,
  { sent, answer }: { readonly sent: Readonly<Record<string, unknown>>; readonly answer: unknown },
): Readonly<Record<string, unknown>> {
  const outcome = echo && Object.hasOwn(echo.outcomes, tool) ? echo.outcomes[tool] : undefined;
  return outcome?.(sent, answer) ?? {};
}
