import { expect, test } from 'vitest';
import * as z from 'zod';
import { loadTool } from '../../../intercom/catalog.ts';
import { inputError } from '../../../runtime/input/describe-issue.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';

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

test('of what is of another type nothing else is said', async () => {
  const tool = await loadTool('intercom_conversations_reply');
  const given = { conversation_id: '5', message_type: 'note', type: 'admin', admin_id: '7', body: 'Hi' };
  const read = () => tool && readArguments(tool, { ...given, attachment_urls: '['.repeat(500) });
  expect(read).toThrow(/attachment_urls: must be an array/);
  expect(read).not.toThrow(/at most 10/);
});
