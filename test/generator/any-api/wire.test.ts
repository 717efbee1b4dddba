import { expect, test } from 'vitest';
import { operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

test('a tool of a description is generated, loaded, called, and its request is seen', async () => {
  const parameters = [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }];
  await using made = await generated({ doc: operation('get', '/things', { parameters }) });
  const sent = await made.send({ q: 'a b' });
  expect(sent.method).toBe('GET');
  expect(sent.url.pathname).toBe('/v1/things');
  expect(sent.url.searchParams.get('q')).toBe('a b');
  expect(sent.output).toEqual({});
});
