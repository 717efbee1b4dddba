import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestInit, requestUrl } from '../../../runtime/http/request.ts';
import {
  allowReserved,
  asciiJson,
  asFile,
  asPart,
  csv,
  formEntries,
  headerValue,
  labelPath,
  matrixPath,
  PathError,
  path,
  pathSegments,
  pipeDelimited,
  type QueryValue,
  simplePath,
  spaceDelimited,
} from '../../../runtime/tool/index.ts';

const origin = { baseUrl: new URL('https://api.example/v1'), credentials: [], version: null };
function search(query: Readonly<Record<string, QueryValue>>): string {
  return requestUrl(origin, { path: '/x', query }).search;
}

const nasty = fc.constantFrom(
  '&',
  '=',
  '#',
  '?',
  '/',
  '+',
  ' ',
  '%',
  '%26',
  ',',
  '|',
  ';',
  '[',
  ']',
  "'",
  '"',
  '\\',
  '\r\n',
  'é',
  '😀',
  '\ud800',
  '..',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(nasty).map((parts) => parts.join('')),
);

describe('no value becomes another parameter', () => {
  test.each<[string, (value: unknown) => QueryValue]>([
    ['as it is', (value) => String(value)],
    ['csv', csv],
    ['a reserved one', allowReserved],
    ['a reserved csv', (value) => csv([value, 'last'], { allowReserved: true })],
  ])('%s', (_name, write) => {
    fc.assert(
      fc.property(anyText, (value) => {
        const address = search({ a: write(value), z: 'end' });
        expect([...new URLSearchParams(address).keys()]).toEqual(['a', 'z']);
        expect(address).not.toContain('#');
      }),
    );
  });

  test('nor a key of a map, nor a cookie', () => {
    fc.assert(
      fc.property(anyText, anyText, (key, value) => {
        expect([...new URLSearchParams(search(formEntries({ [key]: value })))]).toHaveLength(1);
        const { headers } = requestInit(origin, { method: 'GET', response: 'json' }, { cookies: { [key]: value } });
        expect(new Headers(headers).get('cookie')).toMatch(/^[^;\s]*$/);
      }),
    );
  });

  test('a list comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (values) => {
        const [, written = ''] = search({ a: csv(values) }).split('a=');
        expect(written.split(',').map(decodeURIComponent)).toEqual(values.map((value) => value.toWellFormed()));
      }),
    );
  });

  test.each([
    [spaceDelimited, ' '],
    [pipeDelimited, '|'],
  ])('a separator within a value is refused', (write, separator) => {
    expect(() => write([`a${separator}b`, 'c'])).toThrow(JSON.stringify(separator));
    expect(write(['a', 'b'])).toBeDefined();
  });
});

test('what is missing is left out', () => {
  for (const value of [undefined, null, [], {}, [null]]) expect(csv(value)).toBeUndefined();
  expect([allowReserved(undefined), allowReserved(null), headerValue(null), asPart(null, 'a/b'), asFile(null)]).toEqual(
    [undefined, undefined, undefined, null, null],
  );
  expect(search({ a: csv({ b: null, c: 1 }), d: allowReserved([null, 'e']) })).toBe('?a=c,1&d=e');
  expect([formEntries(undefined), asciiJson(undefined)]).toEqual([{}, undefined]);
});

test('what passes for encoded is made by no JSON', () => {
  expect(search({ a: JSON.parse('{"text": "x&y=z"}') })).toBe('?a%5Btext%5D=x%26y%3Dz');
  expect(() => path`/x/${JSON.parse('{"value": "..", "write": "/.."}')}`).toThrow(PathError);
});

describe('no part of a path leaves its segment', () => {
  test.each<[string, (value: string) => unknown]>([
    ['simple', (value) => simplePath([value, 'b'])],
    ['label', (value) => labelPath(value)],
    ['exploded label', (value) => labelPath([value], { explode: true })],
    ['matrix', (value) => matrixPath('id', { [value || 'k']: value }, { explode: true })],
    ['segments', (value) => pathSegments(value)],
  ])('%s', (_name, write) => {
    fc.assert(
      fc.property(anyText, (value) => {
        let built: string;
        try {
          built = path`/things/${write(value)}/end`;
        } catch (error) {
          expect(error).toBeInstanceOf(PathError);
          return;
        }
        const url = requestUrl(origin, { path: built });
        expect(url.pathname.split('/').length).toBe(5);
        expect([url.search, url.hash, url.host]).toEqual(['', '', 'api.example']);
        expect(decodeURIComponent(url.pathname).split(/[/\\]/)).not.toContain('..');
      }),
    );
  });

  test('and a path that is sent with its slashes goes only deeper', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        let built: string;
        try {
          built = path`/things/${pathSegments(value, { allowReserved: true })}`;
        } catch (error) {
          expect(error).toBeInstanceOf(PathError);
          return;
        }
        const { pathname } = requestUrl(origin, { path: built });
        expect(pathname).toMatch(/^\/v1\/things\/[^/]/);
        expect(pathname).not.toMatch(/\/\.{0,2}(?:\/|$)/);
      }),
    );
  });
});

describe('a file is called', () => {
  test.each<[string, string, string]>([
    ['after what its address says', 'data:image/png;name=cat.png;base64,aGk=', 'cat.png'],
    ['so in any letters', 'data:image/png;filename=%C3%A9t%C3%A9.png;base64,aGk=', 'été.png'],
    ['so without a folder', 'data:image/png;name=..%2F..%5Cx.png;base64,aGk=', 'x.png'],
    ['after its field where it is called dots', 'data:image/png;name=..;base64,aGk=', 'photo.png'],
    ['after its field and type', 'data:image/svg+xml;base64,aGk=', 'photo.xml'],
    ['after its field where it is text', 'hello', 'photo.txt'],
  ])('%s', (_name, content, want) => {
    expect(asFile(content, { name: 'photo' }).name).toBe(want);
  });
});

test('a header has JSON in ASCII, and lists between commas', () => {
  expect(asciiJson({ a: 'é\u007f😀' })).toBe('{"a":"\\u00e9\\u007f\\ud83d\\ude00"}');
  expect(headerValue([1, 'b', { c: 1 }])).toBe('1,b,{"c":1}');
});

test('very long values are written, or refused, in no time', () => {
  const started = performance.now();
  const many = Array.from({ length: 100_000 }, (_, at) => `a,${at}`);
  expect(csv(many)?.text).toHaveLength(988_889);
  expect(path`/x/${pathSegments('a/'.repeat(100_000))}`).toHaveLength(400_003);
  expect(() => path`/x/${pathSegments('/'.repeat(100_000))}`).toThrow(PathError);
  expect(path`/x/${matrixPath('v', many, { explode: true })}`).toMatch(/;v=a%2C99999$/);
  expect(performance.now() - started).toBeLessThan(5_000);
});
