import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { createClient } from '../../../runtime/client.ts';
import { operation } from './support/describe.ts';
import { object, taking } from './support/taking.ts';
import { generated, PROFILE } from './support/wire.ts';

describe('integers of 64 bits', () => {
  const long = { type: 'integer', format: 'int64' };
  const digits = '1234567890123456789';

  test.each<[string, { schema: Json; send: unknown; text: string }]>([
    ['at the top', { schema: object({ ref: long }), send: { ref: digits }, text: `{"ref":${digits}}` }],
    ['that are negative', { schema: object({ ref: long }), send: { ref: `-${digits}` }, text: `{"ref":-${digits}}` }],
    ['that are short, as text', { schema: object({ ref: long }), send: { ref: '42' }, text: '{"ref":42}' }],
    ['as a number', { schema: object({ ref: long }), send: { ref: 42 }, text: '{"ref":42}' }],
    [
      'in an object',
      { schema: object({ a: object({ ref: long }) }), send: { a: { ref: digits } }, text: `{"a":{"ref":${digits}}}` },
    ],
    [
      'in a list',
      {
        schema: object({ refs: { type: 'array', items: long } }),
        send: { refs: [digits, 1] },
        text: `{"refs":[${digits},1]}`,
      },
    ],
    [
      'in a map',
      {
        schema: object({ m: { type: 'object', additionalProperties: long } }),
        send: { m: { k: digits } },
        text: `{"m":{"k":${digits}}}`,
      },
    ],
    ['in a whole body', { schema: { type: 'array', items: long }, send: { body: [digits] }, text: `[${digits}]` }],
    [
      'among other forms',
      {
        schema: object({ ref: { oneOf: [long, { type: 'boolean' }] } }),
        send: { ref: digits },
        text: `{"ref":${digits}}`,
      },
    ],
    ['called ids', { schema: object({ user_id: long }), send: { user_id: digits }, text: `{"user_id":${digits}}` }],
    [
      'in JSON text',
      {
        schema: object({ a: object({ ref: long }) }),
        send: { a: `{"ref":${digits}}` },
        text: `{"a":{"ref":${digits}}}`,
      },
    ],
  ])('%s are sent with all their digits', async (_name, { schema, send, text: want }) => {
    await using made = await taking(schema);
    expect((await made.send(send)).text).toBe(want);
  });

  test('go into an address and come out of an answer with all their digits', async () => {
    const parameters = [
      { name: 'ref', in: 'path', required: true, schema: long },
      { name: 'after', in: 'query', schema: long },
    ];
    await using made = await generated({ doc: operation('get', '/things/{ref}', { parameters }) });
    const answer = () =>
      new Response(`{"ref":${digits},"all":[-${digits},1],"text":"${digits}"}`, {
        headers: { 'content-type': 'application/json' },
      });
    const sent = await made.send({ ref: digits, after: digits }, { answer });
    expect(sent.url.pathname + sent.url.search).toBe(`/v1/things/${digits}?after=${digits}`);
    expect(sent.output).toEqual({ ref: digits, all: [`-${digits}`, 1], text: digits });
  });

  test.each(['99999999999999999999', '12.5', '1e5', 'twelve', '', '1'.repeat(200)])('are no %s', async (ref) => {
    await using made = await taking(object({ ref: long }));
    await expect(made.send({ ref })).rejects.toThrow('ref');
  });

  test('are texts in what a dry run shows', async () => {
    await using made = await taking(object({ a: object({ ref: long, more: { type: 'array', items: long } }) }));
    const [tool] = made.tools;
    const client = createClient({ profile: PROFILE, token: 't', fetch: () => Promise.reject(new Error('sent')) });
    const args = { a: { ref: digits, more: [1, digits] } };
    expect(tool && (await client.call(tool, args, { dryRun: true, shape: 'model' }))).toMatchObject({ body: args });
  });

  test('that lost digits on their way are refused', async () => {
    await using made = await taking(object({ ref: long }));
    await expect(made.send({ ref: 1234567890123456800 })).rejects.toThrow('give it as text');
  });

  test('are told to be texts too, unless they count something', async () => {
    await using made = await taking(object({ ref: long, page_size: long, small: { ...long, maximum: 100 } }));
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      ref: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      page_size: { type: 'integer' },
      small: { type: 'integer', maximum: 100 },
    });
  });
});
