import { expect, test } from 'vitest';
import { shownCall } from '../../../bench/tasks/shown.ts';

/** What is shown of a call that a server answers like this. */
function shownOf(text: string, isError?: boolean) {
  const callTool = async () => ({ content: [{ type: 'text' as const, text }], ...(isError && { isError }) });
  return shownCall({ callTool }, 'execute', {});
}

test.each([
  'Error: 400 Bad Request',
  'TypeError: page.data is not iterable',
  'The program failed in line 3',
  'Program threw: no such ticket',
  'Execution timed out',
])('%s: a program that failed, whatever the server calls it', async (text) => {
  expect(await shownOf(text)).toEqual({ shown: text, failed: true });
});

test.each(['{"error":null}', '["Error"]', 'Errors found: 3', 'The programme of May', ''])(
  '%j is an answer',
  async (text) => {
    expect((await shownOf(text)).failed).toBe(false);
  },
);

test('what the server calls an error is one', async () => {
  expect((await shownOf('{"code":"not_found"}', true)).failed).toBe(true);
});
