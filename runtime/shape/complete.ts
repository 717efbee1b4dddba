import { isRecord } from '../value/value.ts';
import { takeParts } from './parts.ts';
import type { ReadText } from './read-text.ts';
import { NEUTRAL_RULES } from './rules.ts';
import type { ShapedProfile, ShapedTool } from './shaping.ts';
import { isoTime } from './time.ts';
import { untrustedNote } from './untrusted.ts';
import { withTexts } from './with-texts.ts';
import { unwrap } from './wrapper.ts';

/** What is nested deeper than any answer of an API. */
const DEEPEST = 40;

interface Completing {
  readonly readText: ReadText;
  readonly timeKeys: ReadonlySet<string>;
  readonly opaque: ReadonlySet<string>;
}

/**
 * An answer as a program needs it: everything that is in it, nulls and empty lists too, with Markdown for HTML, ISO times and
 * lists out of their wrappers; a note of what outsiders wrote stands in front. Anything but JSON stays as it is.
 */
export async function completeResult(
  tool: ShapedTool,
  output: unknown,
  { answers: rules = NEUTRAL_RULES, timeKeys = new Set() }: ShapedProfile,
): Promise<unknown> {
  if (tool.response !== 'json' || typeof output !== 'object' || output === null) return output;
  const { opaque } = rules;
  const whole = await withTexts((readText) => complete(output, { readText, timeKeys, opaque }), output, {
    rules,
    tags: tool.tags,
  });
  if (!isRecord(whole)) return whole;
  const { untrusted: _, ...bare } = whole;
  const answer = newestFirst(bare, tool.parts);
  const items: readonly unknown[] = Array.isArray(answer.result) ? answer.result : [answer];
  const types = [...new Set(items.map((item) => (isRecord(item) ? item.type : undefined)))];
  const note = untrustedNote({ tags: tool.tags, types }, answer, rules);
  return note === undefined ? answer : { untrusted: note, ...answer };
}

/** The parts of a thread stand as in every other answer. */
function newestFirst(answer: Readonly<Record<string, unknown>>, path = ''): Readonly<Record<string, unknown>> {
  const [key = ''] = path.split('.');
  const apart = path === '' ? undefined : takeParts(answer, path);
  return apart === undefined ? answer : { ...answer, [key]: apart.parts };
}

function complete(value: unknown, context: Completing, key = '', depth = 0): unknown {
  if (depth > DEEPEST) return '[nested too deeply to be shown]';
  if (typeof value === 'string') return context.readText(key, value);
  if (Array.isArray(value)) return value.map((item) => complete(item, context, key, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => completeEntry(name, part, { owner: value, context, depth })),
  );
}

interface Place {
  readonly owner: Readonly<Record<string, unknown>>;
  readonly context: Completing;
  readonly depth: number;
}

function completeEntry(key: string, part: unknown, { owner, context, depth }: Place): [string, unknown][] {
  // The same text once more.
  if (key === 'body_markdown' && typeof owner.body === 'string' && owner.body !== '') return [];
  if (context.opaque.has(key)) return [[key, part]];
  const time = context.timeKeys.has(key) ? isoTime(part) : undefined;
  if (time !== undefined) return [[key, time]];
  const whole = complete(part, context, key, depth + 1);
  // A wrapper has one list.
  if (!isRecord(part) || !isRecord(whole) || listsIn(part) > 1) return [[key, whole]];
  const isEmpty = Object.values(part).some((value) => Array.isArray(value) && value.length === 0);
  const full = Object.fromEntries(Object.entries(whole).filter(([, value]) => !isHollow(value)));
  const unwrapped = unwrap(full, { key, type: part.type, isEmpty });
  if (unwrapped === undefined) return [[key, whole]];
  const { list = [], total, hasMore } = unwrapped;
  // What a wrapper says of its list gives way to a property of the API's own.
  const beside = {
    ...(total !== undefined && { [`${key}_total`]: total }),
    ...(hasMore && { [`${key}_has_more`]: true }),
  };
  return [[key, list], ...Object.entries(beside).filter(([name]) => !Object.hasOwn(owner, name))];
}

function listsIn(record: Readonly<Record<string, unknown>>): number {
  return Object.values(record).filter((value) => Array.isArray(value)).length;
}

/** An empty list is no list that a wrapper could be known by. */
function isHollow(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
