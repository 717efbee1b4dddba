import { expect, test } from 'vitest';
import { type AcceptedTypes, acceptedTypes } from '../../../runtime/mcp/accepted-types.ts';

const both: AcceptedTypes = { json: true, stream: true };
const json: AcceptedTypes = { json: true, stream: false };
const stream: AcceptedTypes = { json: false, stream: true };

test.each<[string | undefined, AcceptedTypes | undefined]>([
  [undefined, both],
  ['', both],
  ['*/*', both],
  ['application/json, text/event-stream', both],
  ['application/json', json],
  ['Application/JSON; charset=utf-8', json],
  ['application/*', json],
  ['text/event-stream', stream],
  ['text/html, */*;q=0.1', both],
  ['text/*', stream],
  ['application/json, text/event-stream;q=0', json],
  ['application/json;q=0.0, text/event-stream', stream],
  ['text/html', undefined],
  ['*/*;q=0', undefined],
  ['application/jsonl', undefined],
])('%j', (accept, want) => {
  expect(acceptedTypes(new Request('http://localhost', { headers: accept === undefined ? {} : { accept } }))).toEqual(
    want,
  );
});
