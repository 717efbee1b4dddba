import { expect, test } from 'vitest';
import * as z from 'zod';
import { inputError } from '../../../runtime/input/describe-issue.ts';

const schema = z.object({ thing_id: z.string(), count: z.int().max(10) });

function problemsOf(json: string): string[] {
  const input: unknown = JSON.parse(json);
  const issues = schema.safeParse(input).error?.issues ?? [];
  return inputError(issues, { input, schema }).problems.map(({ argument, message }) => `${argument} ${message}`);
}

test('a number that lost its last digits on the way is not shown as another', () => {
  const lost = 'a number whose last digits are lost: give it as text';
  expect(problemsOf('{"thing_id":9007199254740993,"count":1}')).toEqual([`thing_id must be a string, not ${lost}`]);
  expect(problemsOf('{"thing_id":"1","count":9007199254740993}').join()).not.toContain('9007199254740992');
});

test('other numbers are shown as they are', () => {
  expect(problemsOf('{"thing_id":9007199254740991,"count":1}')).toEqual([
    'thing_id must be a string, not 9007199254740991',
  ]);
  expect(problemsOf('{"thing_id":"1","count":1.5}')).toEqual(['count must be an integer, not 1.5']);
});
