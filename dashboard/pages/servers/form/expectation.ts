/** What a form expects of its tools, beside those that it chooses now: `unknown` as long as their digest is not known. */
export type Expectation = 'any' | 'unknown' | 'same' | 'other';

/** Compares the expected digest, its beginning or an empty text with that of the tools. */
export function expectationOf(expected: string, digest: string | undefined): Expectation {
  if (expected === '') return 'any';
  if (digest === undefined) return 'unknown';
  return digest.startsWith(expected) ? 'same' : 'other';
}
