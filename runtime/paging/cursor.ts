import { ByteReader, ByteWriter } from '../value/byte-text.ts';
import { InputError } from '../value/errors.ts';
import type { Sealer } from '../value/sealer.ts';

/**
 * Where a page starts. `after`, `page` (of a page or an item) and `query` say what to ask the API for; `isJson` that `after` is JSON and
 * no text of the API's; `given` how many items the pages before had, where that tells the end; `skip` is how many items of that answer were
 * given already, because it held more than was asked for; `seen` is the digest of the page before, where only a page
 * without anything new tells the end.
 */
export interface Position {
  readonly after?: string;
  readonly isJson?: true;
  readonly given?: number;
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
 * The list that a cursor belongs to: its tool, and its other arguments as text. There are two where what was given and
 * what was made of it differ, such as a relative date; either is enough to know the list again.
 */
export interface CursorOwner {
  readonly tool: string;
  readonly args: readonly string[];
  /** Binds cursors to the account, so that nobody makes one up. */
  readonly sealer: Sealer;
}

/** Packs a state into an opaque text that only {@link decodeCursor} for the same account, tool and arguments accepts. */
export function encodeCursor(owner: CursorOwner, { position, size }: CursorState): Promise<string> {
  const { after, page, query, seen, skip, isJson, given } = position;
  const parts = [page, skip, size, seen, after, query, isJson, given];
  const writer = new ByteWriter().number(parts.reduce<number>((mask, part, at) => mask | (part ? 1 << at : 0), 0));
  for (const number of [page, skip, size]) if (number) writer.number(number);
  for (const text of [seen, after]) if (text) writer.text(text);
  if (query) writer.text(JSON.stringify(query));
  if (given) writer.number(given);
  return owner.sealer.seal(writer.bytes, sealedFor(owner));
}

/** Unpacks a cursor; throws {@link InputError} for one that was changed, cut, made up, or given for another list. */
export async function decodeCursor(owner: CursorOwner, cursor: string): Promise<CursorState> {
  const opened = await owner.sealer.open(cursor, sealedFor(owner));
  if (opened === 'damaged') throw refuse('is not a cursor that this tool gave', RETURN);
  if (opened === 'foreign') throw refuse('was given for another tool or for other arguments than these', REPEAT);
  const reader = new ByteReader(opened);
  const mask = reader.number();
  const has = (at: number) => (mask & (1 << at)) !== 0;
  const [page, skip, size] = [0, 1, 2].map((at) => (has(at) ? reader.number() : undefined));
  const [seen, after] = [3, 4].map((at) => (has(at) ? reader.text() : undefined));
  // Nothing opens but what was packed above.
  const query = has(5) ? (JSON.parse(reader.text()) as [string, string][]) : undefined;
  const given = has(7) ? reader.number() : undefined;
  const position = {
    ...(after !== undefined && { after }),
    ...(given !== undefined && { given }),
    ...(has(6) && { isJson: true as const }),
    ...(page !== undefined && { page }),
    ...(query !== undefined && { query }),
    ...(skip !== undefined && { skip }),
    ...(seen !== undefined && { seen }),
  };
  return { position, ...(size !== undefined && { size }) };
}

function sealedFor({ tool, args }: CursorOwner): string[] {
  return args.map((text) => `${tool} ${text}`);
}

const RETURN = 'Pass next_cursor of the last answer back unchanged, or leave it out to start again.';
const REPEAT =
  'Repeat the arguments of the first page exactly (limit may change), or leave next_cursor out to start again.';

function refuse(reason: string, help: string): InputError {
  return new InputError([{ argument: 'next_cursor', message: reason }], help);
}
