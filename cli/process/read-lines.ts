import { ConfigError } from '../../runtime/value/errors.ts';
import { splitLines } from '../../runtime/value/split-lines.ts';

/** Bytes that a line of a backup may have: no row has a tenth of it. */
const LONGEST = 1024 * 1024;

/** The lines of a stream of bytes, whatever its size, read from the first question on; throws {@link ConfigError} for a line that none of ours can be. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const ready: string[] = [];
  let isTooLong = false;
  const take = splitLines(LONGEST, {
    onLine: (line) => ready.push(line.endsWith('\r') ? line.slice(0, -1) : line),
    onLongLine: () => {
      isTooLong = true;
    },
  });
  const given = function* (): Generator<string> {
    if (isTooLong)
      throw new ConfigError(`A line has more than ${LONGEST} bytes.`, 'Give what `export` wrote, unchanged.');
    yield* ready.splice(0);
  };
  let isOpen = false;
  for await (const chunk of stream) {
    take(chunk);
    isOpen = chunk.at(-1) !== LINE_FEED;
    yield* given();
  }
  // The last line may end without one.
  if (isOpen) take(Uint8Array.of(LINE_FEED));
  yield* given();
}

const LINE_FEED = 0x0a;
