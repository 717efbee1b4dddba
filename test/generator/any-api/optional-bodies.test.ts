import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { object } from './support/taking.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };

/** A body that does not say whether it is needed. */
function perhaps(schema: Json, method = 'post') {
  return generated({
    doc: operation(method, '/things', { requestBody: { content: { 'application/json': { schema } } } }),
  });
}

describe('a body that does not say that it is needed', () => {
  const reason = object({ reason: text, note: text }, { required: ['reason'] });

  test('asks for nothing, and needs what it needs once anything is given', async () => {
    await using made = await perhaps(reason);
    expect(made.catalog[0]?.inputSchema.required).toBeUndefined();
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ reason: 'r' })).text)).toEqual({ reason: 'r' });
    await expect(made.send({ note: 'n' })).rejects.toThrow('reason: is missing');
  });

  test('is an empty object where that is one', async () => {
    await using made = await perhaps(object({ note: text }));
    expect((await made.send({})).text).toBe('{}');
  });

  test('takes what can have one value only along', async () => {
    await using made = await perhaps(object({ type: { enum: ['note'] }, body: text }, { required: ['type', 'body'] }));
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ body: 'b' })).text)).toEqual({ type: 'note', body: 'b' });
  });

  test('that is whole may be left out', async () => {
    await using made = await perhaps({ type: 'array', items: text });
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ body: ['a'] })).text)).toEqual(['a']);
  });

  test('with forms is one of them, or is not there', async () => {
    const form = (kind: string, key: string): Json =>
      object({ kind: { enum: [kind] }, [key]: text }, { required: ['kind', key] });
    await using made = await perhaps({ oneOf: [form('a', 'x'), form('b', 'y')] });
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ kind: 'a', x: '1' })).text)).toEqual({ kind: 'a', x: '1' });
    await expect(made.send({ kind: 'a' })).rejects.toThrow('x: is missing');
    await expect(made.send({ kind: 'a', y: '1' })).rejects.toThrow('x: is missing');
  });

  test('is needed all the same where the API is known for it', async () => {
    const overlay =
      "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: $\n    update: {x-mcp: {bodies: required}}\n";
    const doc = operation('post', '/things', { requestBody: { content: { 'application/json': { schema: reason } } } });
    await using made = await generated({ doc, overlay });
    expect(made.catalog[0]?.inputSchema.required).toEqual(['reason']);
  });
});
