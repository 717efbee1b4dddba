import { CUT_MARK } from '../value/cut-mark.ts';

/** Where a text stands, and how much of it may be shown. */
export interface Cut {
  readonly longest: number;
  /** Place to ask for in `fields`; missing where nothing can be asked for. */
  readonly path?: string | undefined;
  /** The character that the text begins with. */
  readonly from?: number | undefined;
}

/** A text of at most `longest` characters and a marker. One that was cut before stays as it is. */
export function cutText(text: string, { from = 0, ...cut }: Cut): string {
  return cutRest(text.slice(from), { from, ...cut });
}

/** As {@link cutText}, for what is left of a text behind its first `from` characters. */
export function cutRest(raw: string, { longest, path, from = 0 }: Cut): string {
  const cutBefore = CUT_MARK.exec(raw);
  const known = cutBefore ? raw.slice(0, cutBefore.index) : raw;
  if (known.length <= longest) return raw;
  const isPair = /[\ud800-\udbff]/.test(raw[longest - 1] ?? '');
  const end = isPair ? longest - 1 : longest;
  const rest = known.length - end + Number(cutBefore?.[1] ?? 0);
  return raw.slice(0, end) + marker(rest, 'characters', { path, at: from + end });
}

/** What stands in for the rest of a text or a list. */
export function marker(
  rest: number,
  of: 'characters' | 'items',
  { path, at }: { path?: string | undefined; at: number },
): string {
  const isSayable = path !== undefined && /^[\w.-]{1,100}$/.test(path);
  return `…[+${rest} ${of}${isSayable ? `: fields ["${path}@${at}"]` : ''}]`;
}

/** How many items the stand-in of a list's rest stands for; 0 for anything else. */
export function markedRest(value: unknown): number {
  return typeof value === 'string' && value.startsWith('…') ? Number(CUT_MARK.exec(value)?.[1] ?? 0) : 0;
}
