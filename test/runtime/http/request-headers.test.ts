import { describe, expect, test } from 'vitest';
import { createHeaders } from '../../../runtime/http/request-headers.ts';
import { expectLinear } from '../../support/expect-linear.ts';

describe('a header is kept as fetch keeps it', () => {
  test.each<[string, string]>([
    ['spaces around it', ' \t a b \r\n'],
    ['nothing but spaces', ' \n\t '],
    ['nothing', ''],
    ['bytes beyond ASCII', 'caf\u00e9'],
    ['a space that is none of HTTP', '\u00a0a\u00a0'],
  ])('with %s', (_, value) => {
    const headers = createHeaders();
    headers.set('X-Given', value);
    expect(headers.get('x-given')).toBe(new Headers({ 'X-Given': value }).get('x-given'));
  });

  test('a later value takes the place of an earlier one, under the first name', () => {
    const headers = createHeaders();
    headers.set('X-Given', 'one');
    headers.set('x-given', 'two');
    expect(headers.all()).toEqual({ 'X-Given': 'two' });
  });

  test.each([
    ['a line break', 'X-Given', 'a\r\nX-Other: b'],
    ['what is no byte', 'X-Given', '\u{1f600}'],
    ['a name with a space', 'X Given', 'a'],
    ['no name', '', 'a'],
  ])('%s is refused', (_, name, value) => {
    expect(() => createHeaders().set(name, value)).toThrow(TypeError);
  });
});

test('spaces within a value cost as much as other letters do', () => {
  expectLinear(100_000, (size) => () => createHeaders().set('X-Given', `a${' '.repeat(size)}b`));
});
