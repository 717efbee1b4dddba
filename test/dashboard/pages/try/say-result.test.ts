import { expect, test } from 'vitest';
import { readable, sayCosts, sayNoAnswer } from '../../../../dashboard/pages/try/say-result.ts';

test.each([
  [{ model: 320, raw: 2700 }, "The model reads about 320 tokens, 12% of the 2,700 that the API's answer has."],
  [{ model: 40, raw: undefined }, 'The model reads about 40 tokens.'],
  [{ model: 40, raw: 0 }, "The model reads about 40 tokens; the API's answer is empty."],
])('the costs %j are said', (costs, said) => {
  expect(sayCosts(costs)).toBe(said);
});

test('JSON has lines; what is none, and what was cut, stays as it came', () => {
  expect(readable({ text: '{"a":[1]}', truncated: false })).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(readable({ text: '(a file of 3 bytes)', truncated: false })).toBe('(a file of 3 bytes)');
  expect(readable({ text: '{"a":1}', truncated: true })).toBe('{"a":1}');
});

test.each([
  ['invalid_input', /not asked/],
  ['upstream_error', /An error/],
  ['rate_limited', /An error/],
  ['failed', /None came/],
  ['of_another_version', /None came/],
])('a call that ended with %s says why there is no answer of the API', (status, said) => {
  expect(sayNoAnswer(status)).toMatch(said);
});
