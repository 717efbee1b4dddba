import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** What a program prints while it runs. */
export interface Followed {
  /** All that it has printed so far, without a terminal's control characters. */
  readonly text: () => string;
  /** The first group of the first match, as soon as it is printed; rejects where the program ends without it. */
  readonly first: (pattern: RegExp) => Promise<string>;
}

/** Follows one of a program's outputs. */
export function follow(stream: Readable): Followed {
  let printed = '';
  const text = (): string => stripVTControlCharacters(printed);
  stream.setEncoding('utf8').on('data', (more: string) => {
    printed += more;
  });
  return {
    text,
    first: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(text())?.[1];
          if (found !== undefined) resolve(found);
        };
        const miss = (): void => reject(new Error(`It ended without printing ${pattern}:\n${text()}`));
        look();
        if (stream.closed) return miss();
        stream.on('data', look).on('close', miss);
      }),
  };
}
