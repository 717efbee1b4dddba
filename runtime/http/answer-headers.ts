import { header } from './read-error.ts';
import type { Redactor } from './redact.ts';
import type { Received } from './send.ts';

/** What is told of an answer without content: whether it is there, how large, of which kind, since when. */
export interface HeadersAnswer {
  readonly status: number;
  /** By their names in small letters, as they came. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that say something of what GET would answer, whether the description declares them or not. */
const USUAL = ['content-type', 'content-length', 'last-modified', 'etag', 'link', 'location'];

/** Status and headers as an answer: the usual ones and those that the tool names, without the client's token. */
export function answerHeaders(
  { status, headers }: Received,
  named: readonly string[],
  redactor: Pick<Redactor, 'text'>,
): HeadersAnswer {
  const names = new Set([...USUAL, ...named.map((name) => name.toLowerCase())]);
  const told = [...names].flatMap((name): (readonly [string, string])[] => {
    const value = header(headers, name, redactor);
    return value === undefined ? [] : [[name, value]];
  });
  return { status, headers: Object.fromEntries(told) };
}
