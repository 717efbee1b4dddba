/** Told of each line of a stream, without its end. */
export interface LineListener {
  readonly onLine: (line: string) => void;
  /** A line of more bytes than the limit is not kept: these are the text of its first and of its last bytes. */
  readonly onLongLine: (ends: { readonly first: string; readonly last: string }) => void;
}

/** Takes the bytes of a stream in chunks of any size, looks at each once, and holds no more than `limit` of them. */
export function splitLines(limit: number, { onLine, onLongLine }: LineListener): (chunk: Uint8Array) => void {
  let line = new Uint8Array(START);
  let size = 0;
  let ends: { first: string; last: Uint8Array } | undefined;

  const append = (piece: Uint8Array): void => {
    if (ends !== undefined) {
      ends.last = lastBytes(ends.last, piece);
    } else if (size + piece.length > limit) {
      const first = decode(firstBytes(line.subarray(0, size), piece));
      ends = { first, last: lastBytes(line.subarray(0, size), piece) };
      line = new Uint8Array(START);
    } else {
      if (size + piece.length > line.length) line = grown(line, Math.max(2 * line.length, size + piece.length));
      line.set(piece, size);
      size += piece.length;
    }
  };
  const finish = (): void => {
    const text = decode(line.subarray(0, size));
    const long = ends;
    if (line.length > START) line = new Uint8Array(START);
    size = 0;
    ends = undefined;
    if (long === undefined) onLine(text);
    else onLongLine({ first: long.first, last: decode(long.last) });
  };

  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      append(chunk.subarray(start, end));
      finish();
      start = end + 1;
    }
    append(chunk.subarray(start));
  };
}

const NEWLINE = 0x0a;

/** Bytes that are there for a line before it needs more. */
const START = 64 * 1024;

/** Bytes that are kept of either end of a line over the limit. */
const END = 256;

function firstBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  return joined(before.subarray(0, END), piece.subarray(0, END)).subarray(0, END);
}

function lastBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  return joined(before.slice(-END), piece.subarray(-END)).slice(-END);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = grown(a, a.length + b.length);
  both.set(b, a.length);
  return both;
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
