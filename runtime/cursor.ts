import * as z from 'zod';
import { InputError } from './errors.ts';

/**
 * Where a page starts. `after`, `page` and `query` say what to ask the API for; `skip` is how many items of that answer were
 * given already, because it held more than was asked for.
 */
export interface Position {
  readonly after?: string;
  readonly page?: number;
  readonly query?: readonly (readonly [key: string, value: string])[];
  readonly skip?: number;
}

/** What a `next_cursor` says: the position, and the page size (items) that the position was counted in. */
export interface CursorState {
  readonly position: Position;
  readonly size?: number;
}

const stateSchema = z.strictObject({
  position: z.strictObject({
    after: z.string().min(1).exactOptional(),
    page: z.int().positive().exactOptional(),
    query: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
    skip: z.int().positive().exactOptional(),
  }),
  size: z.int().positive().exactOptional(),
});

/** Packs a state into an opaque text that only {@link decodeCursor} with the same tool name accepts. */
export function encodeCursor(tool: string, state: CursorState): string {
  const payload = JSON.stringify([tool, state.position, state.size ?? 0]);
  return Buffer.from(`${payload.slice(0, -1)},"${checksum(payload)}"]`).toString('base64url');
}

/** Unpacks a cursor; throws {@link InputError} for one that was changed, cut, made up, or that another tool gave. */
export function decodeCursor(tool: string, cursor: string): CursorState {
  const parts = unpack(cursor);
  const [name, position, size] = parts;
  const parsed = stateSchema.safeParse({ position, ...(size !== 0 && { size }) });
  if (typeof name !== 'string' || !parsed.success || encodeCursor(name, parsed.data) !== cursor) {
    throw refuse('is not a cursor that this tool gave');
  }
  if (name !== tool) throw refuse(`belongs to the tool ${name}`);
  return parsed.data;
}

function unpack(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function refuse(reason: string): InputError {
  const help = 'Pass next_cursor of the last answer back unchanged, or leave it out to start again.';
  return new InputError([{ argument: 'next_cursor', message: reason }], help);
}

/** FNV-1a, 32 bits: catches a letter that a model copied wrongly; a cursor grants nothing, so it needs no secret. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}
