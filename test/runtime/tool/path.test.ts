import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, PathError, path } from '../../../runtime/tool/tool.ts';

describe('path', () => {
  test.each([
    ['a number', 104857392, '/things/104857392/reply'],
    ['a slash', 'a/b', '/things/a%2Fb/reply'],
    ['an encoded dot segment', '%2e%2e', '/things/%252e%252e/reply'],
    ['a query and a fragment', 'x?y#z', '/things/x%3Fy%23z/reply'],
    ['marks that encodeURIComponent leaves', "!'()*", '/things/%21%27%28%29%2A/reply'],
    ['a backslash and a matrix parameter', '..\\;a=b', '/things/..%5C%3Ba%3Db/reply'],
    ['three dots', '...', '/things/.../reply'],
  ])('encodes %s', (_, value, expected) => {
    expect(path`/things/${value}/reply`).toBe(expected);
  });

  test.each([
    ['', '"" is empty'],
    ['.', '"." would address another resource'],
    ['..', '".." would address another resource'],
    ['a\0b', 'holds a control character'],
    ['a\r\nHost: x', 'holds a control character'],
    ['\ud800', 'is not well-formed Unicode'],
    [undefined, 'A missing value cannot stand'],
    [null, 'A missing value cannot stand'],
    [Number.NaN, 'NaN cannot stand'],
    [['a'], 'A value of type array cannot stand'],
    [{ toString: () => '..' }, 'A value of type object cannot stand'],
  ])('refuses %j', (value, message) => {
    const build = () => path`/things/${value}`;
    expect(build).toThrow(PathError);
    expect(build).toThrow(message);
    expect(build).toThrow('Give a non-empty string or an integer');
  });

  test('no text leaves its segment', () => {
    const nasty = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '?',
      '#',
      ';',
      '@',
      ':',
      ' ',
      '+',
      '\t',
      'é',
      '😀',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty).map((parts) => parts.join('')),
    );
    const base = 'https://api.example/v1';
    fc.assert(
      fc.property(text, fc.webPath(), (value, other) => {
        let built: string;
        try {
          built = path`/things/${value}/parts/${other}`;
        } catch (error) {
          expect(error).toBeInstanceOf(PathError);
          return;
        }
        const url = new URL(base + built);
        const segments = url.pathname.split('/');
        expect(segments.slice(0, 3)).toEqual(['', 'v1', 'things']);
        expect(segments).toHaveLength(6);
        expect(segments.slice(3).map(decodeURIComponent)).toEqual([value, 'parts', other]);
        expect([url.host, url.search, url.hash]).toEqual(['api.example', '', '']);
      }),
      { numRuns: 2000 },
    );
  });
});

test('csv joins a list and leaves an empty one out', () => {
  expect(csv(['a', 2, true])).toBe('a,2,true');
  expect([csv([]), csv(undefined), csv(null)]).toEqual([undefined, undefined, undefined]);
});
