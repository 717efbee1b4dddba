import * as z from 'zod';
import { fromBase64Url, toBase64Url } from '../value/base64url.ts';
import { digestText } from '../value/digest.ts';
import { InputError } from '../value/errors.ts';

/**
 * Where a page starts. `after`, `page` and `query` say what to ask the API for; `skip` is how many items of that answer were
 * given already, because it held more than was asked for; `seen` is the digest of the page before, where only a page
 * without anything new tells the end.
 */
export interface Position {
  readonly after?: string;
  readonly page?: number;
  readonly query?: readonly (readonly [key: string, value: string])[];
  readonly skip?: number;
  readonly seen?: string;
}

/** What a `next_cursor` says: the position, and the page size (items) that the position was counted in. */
export interface CursorState {
  readonly position: Position;
  readonly size?: number;
}

/**
 * The list that a cursor belongs to: its tool, and digests of its other arguments. There are two where what was given and
 * what was made of it differ, such as a relative date; either is enough to know the list again.
 */
export interface CursorOwner {
  readonly tool: string;
  readonly args: readonly string[];
}

const stateSchema = z.strictObject({
  position: z.strictObject({
    after: z.string().min(1).exactOptional(),
    page: z.int().positive().exactOptional(),
    query: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
    seen: z.string().exactOptional(),
    skip: z.int().positive().exactOptional(),
  }),
  size: z.int().positive().exactOptional(),
});
const argsSchema = z.array(z.string());

/** Packs a state into an opaque text that only {@link decodeCursor} for the same tool and arguments accepts. */
export function encodeCursor({ tool, args }: CursorOwner, { position, size = 0 }: CursorState): string {
  const { after, page, query, seen, skip } = position;
  const payload = JSON.stringify([tool, { after, page, query, seen, skip }, size, args]);
  // The checksum catches a letter that a model copied wrongly; a cursor grants nothing, so it needs no secret.
  return toBase64Url(`${payload.slice(0, -1)},"${digestText(payload)}"]`);
}

/** Unpacks a cursor; throws {@link InputError} for one that was changed, cut, made up, or given for another list. */
export function decodeCursor(owner: CursorOwner, cursor: string): CursorState {
  if (cursor.length > LONGEST) throw refuse('is not a cursor that this tool gave', RETURN);
  const [tool, position, size, raw] = unpack(cursor);
  const state = stateSchema.safeParse({ position, ...(size !== 0 && { size }) });
  const args = argsSchema.safeParse(raw);
  const known = typeof tool === 'string' && state.success && args.success;
  if (!known || encodeCursor({ tool, args: args.data }, state.data) !== cursor) {
    throw refuse('is not a cursor that this tool gave', RETURN);
  }
  if (tool !== owner.tool) throw refuse(`belongs to the tool ${tool}`, RETURN);
  if (!args.data.some((digest) => owner.args.includes(digest))) {
    throw refuse('was given for other arguments than these', REPEAT);
  }
  return state.data;
}

/** Characters that a cursor may have: it holds the API's own, and the address of the next page at most. */
const LONGEST = 20_000;

const RETURN = 'Pass next_cursor of the last answer back unchanged, or leave it out to start again.';
const REPEAT =
  'Repeat the arguments of the first page exactly (limit may change), or leave next_cursor out to start again.';

function unpack(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(fromBase64Url(cursor));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function refuse(reason: string, help: string): InputError {
  return new InputError([{ argument: 'next_cursor', message: reason }], help);
}
