/** What an attempt may come to: a value, or a failure of one of these kinds. */
export type Expected = { readonly value: unknown } | { readonly failure: readonly string[] };

/** One attempt: what it tries, its program, and what must come out. */
export type Escape = readonly [tries: string, source: string, expected: Expected];

/** What comes of a program that computes without an end. */
export const computed: Expected = { failure: ['cpu'] };
