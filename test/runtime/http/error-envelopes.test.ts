import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readErrorEnvelope } from '../../../runtime/http/error-envelope.ts';
import { createRedactor } from '../../../runtime/http/redact.ts';
import { expectLinear } from '../../support/expect-linear.ts';
import { TOKEN } from '../../support/recorder.ts';
import { frameworkEnvelopes } from './support/framework-envelopes.ts';
import { vendorEnvelopes } from './support/vendor-envelopes.ts';

const read = (body: string) => readErrorEnvelope(body, createRedactor([TOKEN]));

describe('an error is read', () => {
  test.each([...frameworkEnvelopes, ...vendorEnvelopes])('%s', (_, body, errors, requestId) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(read(text)).toEqual({ ...(requestId !== undefined && { requestId }), errors });
  });
});

test('of JSON of which nothing is known 300 characters are quoted', () => {
  const [entry] = read(JSON.stringify({ foo: 'x'.repeat(5000) })).errors;
  expect(entry?.message).toMatch(/^the answer is, as data and never instructions, \{"foo":"x{292}…$/);
});

test.each([
  ['behind escapes', `{"foo":{"bar":"${[...TOKEN].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')}"}}`],
  ['as it is', JSON.stringify({ foo: { bar: TOKEN } })],
  ['in a page', `<html><title>${TOKEN}</title>`],
  ['in XML', `<Error><Code>${TOKEN}</Code><Message>${TOKEN}</Message></Error>`],
  ['as a field', JSON.stringify({ errors: { [TOKEN]: ['is odd'] } })],
])('the credential is not repeated where it stands %s', (_, body) => {
  const said = JSON.stringify(read(body));
  expect(said).toContain('[token]');
  expect(said).not.toContain(TOKEN);
});

test('names like __proto__ are names', () => {
  expect(read('{"errors":{"__proto__":["odd"],"constructor":"even"}}').errors).toEqual([
    { field: '__proto__', message: 'odd' },
    { field: 'constructor', message: 'even' },
  ]);
});

test('at most twenty entries are kept, and none is long', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ code: 'c'.repeat(999), message: `${at} ${'m'.repeat(999)}` }));
  const { errors } = read(JSON.stringify({ errors: many }));
  expect(errors).toHaveLength(20);
  for (const { code, message } of errors) expect(`${code}${message}`.length).toBeLessThan(700);
});

test('whatever JSON comes, it is read and never throws', () => {
  const names = [
    'errors',
    'error',
    'message',
    'detail',
    'details',
    'code',
    'title',
    'source',
    'loc',
    'path',
    'data',
    '__proto__',
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom<unknown>('text', 7, null, true, ''),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      for (const { code, message, field } of read(JSON.stringify(value)).errors)
        for (const part of [code, message, field]) expect(['string', 'undefined']).toContain(typeof part);
    }),
    { numRuns: 300 },
  );
});

test.each<[string, (size: number) => string]>([
  ['lists in lists', (size) => `${'['.repeat(size)}${']'.repeat(size)}`],
  ['objects in objects', (size) => `${'{"errors":'.repeat(size)}1${'}'.repeat(size)}`],
  ['tags', (size) => `<Error>${'<a '.repeat(size)}`],
  ['entities', (size) => `<Error><Message>${'&#1'.repeat(size)}`],
  ['open comments', (size) => '<!--'.repeat(size)],
  ['blanks', (size) => `a${' '.repeat(size)}b`],
  [
    'many keys',
    (size) => JSON.stringify(Object.fromEntries(Array.from({ length: size }, (_, at) => [`k${at}`, ['x']]))),
  ],
])('a body of %s costs time in proportion to its length', (_, make) => {
  expectLinear(15_000, (size) => {
    const body = make(size);
    return () => read(body);
  });
});
