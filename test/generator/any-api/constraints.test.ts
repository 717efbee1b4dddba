import { describe, expect, test } from 'vitest';
import type { Json, JsonSchema } from '../../../generator/json/json-schema.ts';
import { planned } from '../other-apis/support/fixture.ts';
import { object, taking } from './support/taking.ts';

/** What a tool says of its arguments, by key. */
async function told(schema: Json, schemas: Json = {}, required = true): Promise<Json> {
  const requestBody = { required, content: { 'application/json': { schema } } };
  const { catalog } = await planned(
    { '/things': { post: { requestBody, responses: {} } } },
    { components: { schemas } },
  );
  const properties = Object.entries(catalog[0]?.inputSchema.properties ?? {});
  return Object.fromEntries(properties.map(([key, { description }]: [string, JsonSchema]) => [key, description]));
}

describe('what a value has to look like is told in words', () => {
  test.each<[string, Json, string | undefined]>([
    ['a format', { type: 'string', format: 'uuid' }, 'UUID'],
    [
      'a format beside prose',
      { type: 'string', format: 'email', description: 'Who is told' },
      'Who is told. Email address',
    ],
    ['a format that few know', { type: 'string', format: 'e164' }, 'Format: e164'],
    ['a format that says how it is stored', { type: 'string', format: 'password' }, undefined],
    ['bytes as text', { type: 'string', contentEncoding: 'base64' }, 'Base64'],
    ['a day', { type: 'string', format: 'date' }, 'ISO date'],
    ['a format that the prose tells', { type: 'string', format: 'uri', description: 'A link to it' }, 'A link to it'],
    ['a pattern', { type: 'string', pattern: '^[A-Z]{2}$' }, 'Pattern: ^[A-Z]{2}$'],
    [
      'a pattern of marks that mean something in Markdown',
      { type: 'string', pattern: '^<b>_*a*_\\.\\d$' },
      'Pattern: ^<b>_*a*_\\.\\d$',
    ],
    ['a pattern that takes everything', { type: 'string', pattern: '^.*$' }, undefined],
    ['a pattern that nobody reads', { type: 'string', pattern: `^(?:${'ab|'.repeat(40)}c)$` }, undefined],
    ['a pattern with what nobody sees', { type: 'string', pattern: '^a\u200bb$' }, undefined],
    ['a length', { type: 'string', minLength: 24, maxLength: 24 }, '24 characters'],
    ['a range of lengths', { type: 'string', minLength: 3, maxLength: 8 }, '3 to 8 characters'],
    ['the most characters', { type: 'string', maxLength: 500 }, 'At most 500 characters'],
    ['the least characters', { type: 'string', minLength: 2 }, 'At least 2 characters'],
    ['a length beyond all texts', { type: 'string', maxLength: 2_147_483_647 }, undefined],
    ['a length that is none', { type: 'string', maxLength: 'many' }, undefined],
    ['a step', { type: 'integer', multipleOf: 15 }, 'A multiple of 15'],
    ['a step of all whole numbers', { type: 'integer', multipleOf: 1 }, undefined],
    ['items of a list', { type: 'array', items: { type: 'string', format: 'uuid' } }, 'Each: UUID'],
    ['items that differ', { type: 'array', uniqueItems: true, items: { type: 'string' } }, 'No item twice'],
    ['values that are listed', { type: 'string', enum: ['a', 'b'], format: 'uuid', maxLength: 9 }, undefined],
    ['one that may be null', { type: ['string', 'null'], format: 'ipv4' }, 'IPv4 address'],
    [
      'one that may be null, as a form',
      { anyOf: [{ type: 'string', format: 'ipv4' }, { type: 'null' }] },
      'IPv4 address',
    ],
    ['what stands elsewhere', { $ref: '#/components/schemas/Code' }, 'Pattern: ^\\w+$'],
    [
      'what stands elsewhere, with words',
      { allOf: [{ $ref: '#/components/schemas/Code' }], description: 'The code' },
      'The code. Pattern: ^\\w+$',
    ],
    ['one of two, which is neither', { anyOf: [{ type: 'string', format: 'uuid' }, { type: 'integer' }] }, undefined],
    [
      'all of it',
      { type: 'string', format: 'slug', minLength: 2, maxLength: 9, pattern: '^[a-z-]+$', default: 'none' },
      'Default: none. Format: slug. 2 to 9 characters. Pattern: ^[a-z-]+$',
    ],
  ])('%s', async (_name, it, want) => {
    const Code = { type: 'string', pattern: '^\\w+$' };
    expect(await told(object({ it }), { Code })).toEqual({ it: want });
  });

  test('unless the name of the argument says it', async () => {
    const text = { type: 'string' };
    const properties = {
      email: { ...text, format: 'email' },
      reply_to: { ...text, format: 'email' },
      urls: { type: 'array', items: { ...text, format: 'uri' } },
    };
    expect(await told(object(properties))).toEqual({ email: undefined, reply_to: 'Email address', urls: undefined });
  });

  test('and before prose that is too long', async () => {
    const description = `Which one. ${'It is long. '.repeat(40)}`;
    const { it } = await told(object({ it: { type: 'string', format: 'uuid', description } }));
    expect(it).toMatch(/^Which one\. It is long\. .*It is long\. UUID$/);
    expect(String(it).length).toBeLessThanOrEqual(160);
  });

  test('and is for the API to check', async () => {
    await using made = await taking(object({ code: { type: 'string', pattern: '^[A-Z]{2}$', maxLength: 2 } }));
    expect((await made.send({ code: 'abc' })).text).toBe('{"code":"abc"}');
  });
});

test('each sentence about an argument has its full stop', async () => {
  const schema = object(
    { start: { type: 'string', format: 'date', description: 'First day' }, nights: { type: 'integer', default: 1 } },
    { required: ['start'] },
  );
  expect(await told(schema, {}, false)).toEqual({
    start: 'First day. Needed with nights. ISO date',
    nights: 'Default: 1',
  });
});
