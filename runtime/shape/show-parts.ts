import { asText, own } from '../value/value.ts';
import { type Cleaning, clean } from './clean.ts';
import { shrink, sizeOf } from './fit.ts';
import { behind, nameOnce, type TakenApart } from './parts.ts';
import { isChoosy, isWanted } from './parts-request.ts';
import type { Shaping } from './shaping.ts';

/** Characters of a window of parts as JSON: some two thousand tokens. */
const WINDOW = 7_000;
/** Parts that one window shows at most, however short they are. */
const MOST_PARTS = 100;
/** Characters of one message in a window. */
const LONGEST_PART = 6_000;

/** Stands for the cursor of the next window until it is made. */
export const PARTS_STAND_IN = 'x'.repeat(40);

/** What an answer says of its parts beside them; a later shaping keeps it. */
export const SAID_OF_PARTS = ['matching_parts', 'unreachable_parts', 'older_parts', 'newer_parts', 'parts_cursor'];

/** A window of a thread's parts: as many as fit, how many are left, and what can be said of the others. */
export function showParts(
  { key, parts, total }: TakenApart,
  wanted: ReadonlySet<unknown> | undefined,
  { shaping, room }: { readonly shaping: Shaping; readonly room: number },
): Record<string, unknown> {
  const { tool, cleaning, options } = shaping;
  const { parts: request, canGoOn = false } = options;
  const order = request?.order ?? 'newest';
  const ordered = order === 'newest' ? parts : parts.toReversed();
  const left = (request?.after ? behind(ordered, request.after, order) : ordered).filter(
    (part) => wanted === undefined || wanted.has(own(part, 'id')),
  );
  const shown = fillWindow(left, key, { cleaning, room: Math.min(room, WINDOW) });
  const rest = left.length - shown.length;
  const unreachable = total === undefined ? 0 : total - parts.length;
  const isFirst = request?.after === undefined;
  return {
    [key]: shown,
    ...(total !== undefined && { [`${key}_total`]: total }),
    ...(wanted !== undefined && { matching_parts: `${wanted.size} of ${parts.length}` }),
    ...(unreachable > 0 &&
      isFirst &&
      tool.parts !== undefined && {
        unreachable_parts: `${unreachable} older parts cannot be reached through the API`,
      }),
    ...(rest > 0 && tool.parts !== undefined && { [order === 'newest' ? 'older_parts' : 'newer_parts']: rest }),
    ...(rest > 0 && canGoOn && asText(own(shown.at(-1), 'id')) !== undefined && { parts_cursor: PARTS_STAND_IN }),
  };
}

/** The first parts that fit, at least one: an author's address stands where the author is met first. */
function fillWindow(
  parts: readonly unknown[],
  key: string,
  { cleaning, room }: { readonly cleaning: Cleaning; readonly room: number },
): unknown[] {
  const context = { ...cleaning, longest: Math.min(LONGEST_PART, cleaning.longest) };
  const named = nameOnce();
  const window: unknown[] = [];
  let size = 0;
  for (const part of parts.slice(0, MOST_PARTS)) {
    const id = asText(own(part, 'id'));
    const path = { key, names: key, ids: id === undefined ? key : `${key}.${id}` };
    const cleaned = named(clean(part, context, path) ?? {});
    size += sizeOf(cleaned) + 1;
    if (size > room) return window.length > 0 ? window : [shrink(cleaned, Math.max(room, 100), cleaning)];
    window.push(cleaned);
  }
  return window;
}

/** The ids of the parts that are wanted, where not all are. */
export function wantedParts({ parts }: TakenApart, { options, cleaning }: Shaping): ReadonlySet<unknown> | undefined {
  const { parts: request } = options;
  if (request === undefined || !isChoosy(request)) return undefined;
  return new Set(parts.filter((part) => isWanted(part, request, cleaning)).map((part) => own(part, 'id')));
}
