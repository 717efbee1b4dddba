import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PathError, path } from '../../../runtime/tool/path.ts';

/** What is left when percent-encoding is taken off again and again. */
function decodeAll(text: string): string {
  const decoded = text.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded === text ? text : decodeAll(decoded);
}

describe('path', () => {
  test.each([
    ['a number', 104857392, '/things/104857392/reply'],
    ['an e-mail address', 'ada+1@example.com', '/things/ada%2B1%40example.com/reply'],
    ['an id of an identity provider', 'auth0|5f7c', '/things/auth0%7C5f7c/reply'],
    ['a name in a namespace', 'urn:crm:42', '/things/urn%3Acrm%3A42/reply'],
    ['percent signs', '100%_%41%', '/things/100%25_%2541%25/reply'],
    ['a telephone number', '+1 (555) 010', '/things/%2B1%20%28555%29%20010/reply'],
    ['other letters', 'é😀', '/things/%C3%A9%F0%9F%98%80/reply'],
    ['a query and a fragment', 'x?y#z', '/things/x%3Fy%23z/reply'],
    ['marks that encodeURIComponent leaves', "!'()*", '/things/%21%27%28%29%2A/reply'],
    ['a matrix parameter', 'x;a=b', '/things/x%3Ba%3Db/reply'],
    ['dots that are no segment', '...', '/things/.../reply'],
    ['dots within', 'a..b', '/things/a..b/reply'],
    ['a version', '1.2', '/things/1.2/reply'],
  ])('encodes %s', (_, value, expected) => {
    expect(path`/things/${value}/reply`).toBe(expected);
  });

  test.each([
    ['', '"" is empty'],
    ['.', '"." would address another resource'],
    ['..', '".." would address another resource'],
    ['%2e', 'would address another resource'],
    ['%2E.', 'would address another resource'],
    ['.%252e', 'would address another resource'],
    ['%25252e%2e', 'would address another resource'],
    ['%%32e.', 'would address another resource'],
    [`%${'25'.repeat(3)}%32e%2e`, 'would address another resource'],
    [`%${'25'.repeat(50_000)}2f`, 'is percent-encoded again and again'],
    ['..;a=b', 'would address another resource'],
    ['..%3Bx', 'would address another resource'],
    ['a/b', 'holds a slash or a backslash'],
    ['../admins', 'holds a slash or a backslash'],
    ['..\\admins', 'holds a slash or a backslash'],
    ['https://crm.example/42', 'holds a slash or a backslash'],
    ['a%2Fb', 'holds a slash or a backslash'],
    ['a%2fb', 'holds a slash or a backslash'],
    ['a%5Cb', 'holds a slash or a backslash'],
    ['a%%32%66b', 'holds a slash or a backslash'],
    ['a%25252Fb', 'holds a slash or a backslash'],
    ['a%0d%0aHost: x', 'holds a control character'],
    ['a%00', 'holds a control character'],
    ['%2500', 'holds a control character'],
    ['a%7f', 'holds a control character'],
    ['a\0b', 'holds a control character'],
    ['a\r\nHost: x', 'holds a control character'],
    ['\ud800', 'is not well-formed Unicode'],
    [undefined, 'A missing value cannot stand'],
    [null, 'A missing value cannot stand'],
    [Number.NaN, 'NaN cannot stand'],
    [['a'], 'A value of type array cannot stand'],
    [{ toString: () => '..' }, 'A value of type object cannot stand'],
  ])('refuses %.40j', (value, message) => {
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
      '%5c',
      '%25',
      '%32',
      '%',
      '25',
      '2f',
      '2e',
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
      fc.property(text, text, (value, other) => {
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
        // Nor in a server that decodes as long as anything changes.
        const decoded = decodeAll(url.pathname).split(/[/\\]/);
        expect(decoded).toHaveLength(6);
        expect(decoded).not.toContain('..');
        expect(decoded).not.toContain('.');
        expect([url.host, url.search, url.hash]).toEqual(['api.example', '', '']);
      }),
      { numRuns: 1000 },
    );
  });
});
