import { ByteReader, ByteWriter } from '../value/byte-text.ts';
import { InputError } from '../value/errors.ts';
import type { Sealer } from '../value/sealer.ts';

/** Whose parts a window shows: the tool, the id of the conversation or ticket, and which of its parts, as text. */
export interface PartsOwner {
  readonly tool: string;
  readonly id: string;
  readonly chosen: string;
  readonly sealer: Sealer;
}

/** The part that was shown last: its id, and when it was written (unix seconds), in case it is gone by then. */
export interface LastShown {
  readonly part: string;
  readonly at: number;
}

/** Packs where the next window starts; only {@link decodePartsCursor} for the same owner accepts it. */
export function encodePartsCursor(owner: PartsOwner, { part, at }: LastShown): Promise<string> {
  return owner.sealer.seal(new ByteWriter().text(part).number(Math.max(0, Math.floor(at))).bytes, [sealedFor(owner)]);
}

/** Unpacks a `parts_cursor`; rejects with an {@link InputError} for one that was changed, made up, or given for something else. */
export async function decodePartsCursor(owner: PartsOwner, cursor: unknown): Promise<LastShown> {
  const opened = await owner.sealer.open(typeof cursor === 'string' ? cursor : '', [sealedFor(owner)]);
  if (opened === 'damaged') throw refuse('is not a cursor that this tool gave');
  if (opened === 'foreign') throw refuse(`was given for another id than ${owner.id}, or for other parts_ arguments`);
  const reader = new ByteReader(opened);
  return { part: reader.text(), at: reader.number() };
}

function sealedFor({ tool, id, chosen }: PartsOwner): string {
  return JSON.stringify(['parts', tool, id, chosen]);
}

function refuse(reason: string): InputError {
  const help =
    'Pass parts_cursor of the last answer unchanged with the same id and parts_ arguments, or leave it out to begin anew.';
  return new InputError([{ argument: 'parts_cursor', message: reason }], help);
}
