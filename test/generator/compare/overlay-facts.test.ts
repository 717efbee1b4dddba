import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { changesOf, document, json, lines } from './support/compared.ts';

const text = { type: 'string' };

function pets(facts: Json): Json {
  const body = { type: 'object', properties: { kind: text, owner: { ...text, nullable: true }, body: text } };
  const responses = { 200: { description: 'ok', content: { 'text/plain': { schema: text } } } };
  return document({
    '/pets': {
      post: { operationId: 'makePet', requestBody: json(body), responses, 'x-mcp': facts },
    },
  });
}

test.each([
  [{ constants: { kind: 'cat' } }, { constants: { kind: 'dog' } }, '- request format: kind'],
  [{ nulls: { owner: '0' } }, { nulls: { owner: '1' } }, '- request format: owner'],
  [{ texts: { body: 'plain' } }, { texts: { body: 'document' } }, '- request format: body'],
  [{ texts: { body: 'plain' } }, {}, '- request format: body'],
  [{}, { texts: { body: 'plain' } }, '- request format: body'],
])('a fact of the overlays that nothing else shows: %j, then %j', (before, after, line) => {
  expect(lines(changesOf(pets(before), pets(after)))).toEqual([line]);
});

test('another way to read the answer breaks whoever reads it', () => {
  const changes = changesOf(pets({ response: 'text' }), pets({ response: 'binary' }));
  expect(lines(changes)).toContain('MI answer format');
  expect(changes.map(({ message }) => message)).toContain('what its answer is read as is binary now, and was text');
});
