import * as z from 'zod';
import { fromBase64Url, toBase64Url } from '../value/base64url.ts';
import { digestText } from '../value/digest.ts';
import { InputError } from '../value/errors.ts';

/** Whose parts a window shows. */
export interface PartsOwner {
  readonly tool: string;
  /** Id of the conversation or ticket. */
  readonly id: string;
}

/** The oldest part that was shown: its id, and when it was written (unix seconds), in case it is gone by then. */
export interface LastShown {
  readonly part: string;
  readonly at: number;
}

/** Characters that a cursor may have. */
const LONGEST = 2_000;

const schema = z.tuple([z.string(), z.string(), z.string(), z.number()]);

/** Packs where the window of older parts starts; only {@link decodePartsCursor} for the same owner accepts it. */
export function encodePartsCursor({ tool, id }: PartsOwner, { part, at }: LastShown): string {
  const payload = JSON.stringify([tool, id, part, at]);
  // As for pages: against letters that were copied wrongly.
  return toBase64Url(`${payload.slice(0, -1)},"${digestText(payload)}"]`);
}

/** Unpacks a `parts_cursor`; throws {@link InputError} for one that was changed, made up, or given for something else. */
export function decodePartsCursor(owner: PartsOwner, cursor: unknown): LastShown {
  const parsed = schema.safeParse(unpack(cursor).slice(0, 4));
  if (!parsed.success) throw refuse('is not a cursor that this tool gave');
  const [tool, id, part, at] = parsed.data;
  if (encodePartsCursor({ tool, id }, { part, at }) !== cursor) throw refuse('is not a cursor that this tool gave');
  if (tool !== owner.tool) throw refuse(`belongs to the tool ${tool}`);
  if (id !== owner.id) throw refuse(`was given for ${id}, not for ${owner.id}`);
  return { part, at };
}

function unpack(cursor: unknown): unknown[] {
  try {
    const parts: unknown = JSON.parse(
      fromBase64Url(typeof cursor === 'string' && cursor.length <= LONGEST ? cursor : ''),
    );
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function refuse(reason: string): InputError {
  const help =
    'Pass older_parts_cursor of the last answer for this id unchanged, or leave parts_cursor out for the newest.';
  return new InputError([{ argument: 'parts_cursor', message: reason }], help);
}
