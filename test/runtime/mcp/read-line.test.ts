import { expect, test } from 'vitest';
import { readLine, refuseLongLine } from '../../../runtime/mcp/read-line.ts';

test.each<[string, number, unknown]>([
  ['{"jsonrpc":"2.0","id":1,"method":"pi', -32700, null],
  ['hello', -32700, null],
  ['\u0000', -32700, null],
  [`${'['.repeat(100_000)}`, -32700, null],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, -32600, null],
  ['{}', -32600, null],
  ['5', -32600, null],
  ['null', -32600, null],
  ['[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600, null],
  ['{"id":7,"method":"ping"}', -32600, 7],
  ['{"jsonrpc":"1.0","id":"a","method":"ping"}', -32600, 'a'],
  ['{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600, null],
  ['{"jsonrpc":"2.0","id":3,"method":5}', -32600, 3],
])('%.60j is answered with %i', (line, code, id) => {
  expect(readLine(line)).toMatchObject({ refusal: { jsonrpc: '2.0', id, error: { code } } });
});

test.each([
  ['', '\r', '  \t'],
  // An error about an error, without end.
  ['{"jsonrpc":"2.0","id":{},"error":{"code":-32700}}', '{"jsonrpc":"1.0","id":3,"result":{}}'],
])('%j is answered with nothing', (...lines) => {
  for (const line of lines) expect(readLine(line)).toBeUndefined();
});

test('a message is what it says', () => {
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
  expect(readLine(`${JSON.stringify(ping)}\r`)).toEqual({ message: ping });
  expect(readLine(JSON.stringify({ ...ping, params: null }))).toEqual({ message: ping });
});

const long = (text: string) => ({ first: text.slice(0, 256), last: text.slice(-256) });
const filler = 'x'.repeat(1000);

test.each<[string, unknown]>([
  [`{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"a":"${filler}"}}`, 5],
  [`{"id":"q-1","jsonrpc":"2.0","method":"tools/call","params":{"a":"${filler}"}}`, 'q-1'],
  [`{"method":"tools/call","params":{"a":"${filler}"},"jsonrpc":"2.0","id":6}`, 6],
  [`{"jsonrpc":"2.0","method":"tools/call","params":{"a":"${filler}"},"id":"z"}\r`, 'z'],
  // The id of a customer, of a text, of something that is no message.
  [`{"jsonrpc":"2.0","method":"tools/call","params":{"a":"${filler}","id":9}}`, null],
  [`{"jsonrpc":"2.0","method":"tools/call","params":{"a":"${filler},\\"id\\":9}"}}`, null],
  [`{"params":{"id":5,"method":"${filler}"}}`, null],
  [filler, null],
])('a long line %.70j is answered under its own id alone', (line, id) => {
  const refusal = refuseLongLine(long(line), 1000);
  expect(refusal).toMatchObject({ id, error: { code: -32600, message: expect.stringContaining('1000 bytes') } });
});

test.each([
  `{"jsonrpc":"2.0","id":5,"result":{"a":"${filler}"}}`,
  `{"result":{"a":"${filler}"},"jsonrpc":"2.0","id":6}`,
  `{"id":5,"jsonrpc":"2.0","error":{"a":"${filler}"}}`,
])('a long answer %.40j is not answered: its id is one of ours', (line) => {
  expect(refuseLongLine(long(line), 1000)).toBeUndefined();
});

test('an object of too many members is not read, and answered under the id', () => {
  const members = Array.from({ length: 1001 }, (_, index) => `"k${index}":1`).join(',');
  const line = `{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"arguments":{${members}}}}`;
  expect(readLine(line)).toMatchObject({ refusal: { id: 5, error: { code: -32600 } } });
  expect(readLine(`{"jsonrpc":"2.0","id":5,"result":{${members}}}`)).toBeUndefined();
});
