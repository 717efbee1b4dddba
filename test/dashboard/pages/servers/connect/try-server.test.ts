import { expect, test } from 'vitest';
import { comparedTo } from '../../../../../dashboard/pages/servers/connect/compared-to.ts';
import { readAnswer } from '../../../../../dashboard/pages/servers/connect/try-server.ts';

const message = { jsonrpc: '2.0', id: 1, result: { tools: [] } };

const answers: readonly [string, string, string, unknown][] = [
  ['JSON', 'application/json; charset=utf-8', JSON.stringify(message), message],
  ['an event', 'text/event-stream', `event: message\ndata: ${JSON.stringify(message)}\n\n`, message],
  ['an event with line breaks of HTTP', 'text/event-stream', `data: ${JSON.stringify(message)}\r\n\r\n`, message],
  [
    'a note of progress before the answer',
    'text/event-stream',
    `: hello\n\ndata: {"jsonrpc":"2.0","method":"notifications/progress"}\n\ndata: ${JSON.stringify(message)}\n\n`,
    message,
  ],
  ['data over several lines', 'text/event-stream', 'data: {"result":\ndata: {"a": 1}}\n\n', { result: { a: 1 } }],
  ['a page', 'text/html', '<h1>Bad gateway</h1>', undefined],
  ['nothing', 'application/json', '', undefined],
  ['a stream that was cut', 'text/event-stream', 'data: {"result":', undefined],
];

test.each(answers)('the answer is read from %s', (_name, type, text, expected) => {
  expect(readAnswer(text, type)).toEqual(expected);
});

const comparisons: readonly [string, string[], string[] | undefined, ReturnType<typeof comparedTo>][] = [
  ['the same', ['b', 'a'], ['a', 'b'], { isSame: true, text: 'These are the tools of the preview.' }],
  ['nothing to compare with', ['a'], undefined, { isSame: true, text: '' }],
  ['one missing', ['a'], ['a', 'b'], { isSame: false, text: 'It does not list b.' }],
  [
    'many missing, one more',
    ['z'],
    ['a', 'b', 'c', 'd', 'e'],
    { isSame: false, text: 'It does not list a, b, c and 2 more. It lists z beside those of the preview.' },
  ],
];

test.each(comparisons)('a list is compared with the preview: %s', (_name, listed, expected, outcome) => {
  expect(comparedTo(listed, expected)).toEqual(outcome);
});
