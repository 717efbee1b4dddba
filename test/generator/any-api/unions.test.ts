import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { taking } from './support/taking.ts';

const text = { type: 'string' };

describe('a union without a discriminator', () => {
  test.each<[string, { schema: Json; right: unknown[]; wrong: unknown[] }]>([
    [
      'of a property keeps every form',
      {
        schema: {
          properties: {
            to: {
              oneOf: [
                { type: 'object', required: ['email'], properties: { email: text } },
                { type: 'object', required: ['phone'], properties: { phone: text } },
              ],
            },
          },
        },
        right: [{ to: { email: 'a' } }, { to: { phone: '1' } }],
        wrong: [{ to: {} }],
      },
    ],
    [
      'whose forms agree on what they need is one object',
      {
        schema: {
          properties: {
            to: {
              anyOf: [
                { type: 'object', required: ['id'], properties: { id: text, a: text } },
                { type: 'object', required: ['id'], properties: { id: text, b: text } },
              ],
            },
          },
        },
        right: [{ to: { id: '1', a: 'x' } }, { to: { id: '1', b: 'x' } }],
        wrong: [{ to: { a: 'x' } }],
      },
    ],
    [
      'of closed forms takes no mixture of them',
      {
        schema: {
          oneOf: [
            { type: 'object', additionalProperties: false, required: ['a'], properties: { a: text } },
            { type: 'object', additionalProperties: false, required: ['b'], properties: { b: text } },
          ],
        },
        right: [{ a: '1' }, { b: '1' }],
        wrong: [{ a: '1', b: '1' }, {}],
      },
    ],
    [
      'of an object and a list stays whole',
      {
        schema: {
          oneOf: [
            { type: 'object', properties: { a: text } },
            { type: 'array', items: text },
          ],
        },
        right: [{ body: { a: '1' } }, { body: ['1', '2'] }],
        wrong: [{ body: true }],
      },
    ],
    [
      'of what a list holds takes each form in one list',
      {
        schema: {
          properties: {
            parts: {
              type: 'array',
              items: {
                oneOf: [
                  { type: 'object', required: ['text'], properties: { text } },
                  { type: 'object', required: ['url'], properties: { url: text } },
                ],
              },
            },
          },
        },
        right: [{ parts: [{ text: 'a' }, { url: 'b' }] }],
        wrong: [{ parts: [{ other: 'a' }] }],
      },
    ],
    [
      'beside common properties needs one of them',
      {
        schema: {
          type: 'object',
          properties: { a: text, b: text, c: text },
          required: ['c'],
          anyOf: [{ required: ['a'] }, { required: ['b'] }],
        },
        right: [
          { c: '1', a: '1' },
          { c: '1', b: '1' },
          { c: '1', a: '1', b: '1' },
        ],
        wrong: [{ c: '1' }, { a: '1' }],
      },
    ],
  ])('%s', async (_name, { schema, right, wrong }) => {
    await using made = await taking(schema);
    for (const args of right) {
      const want = isRecord(args) && 'body' in args ? args.body : args;
      expect(JSON.parse((await made.send(args)).text)).toEqual(want);
    }
    for (const args of wrong) await expect(made.send(args), JSON.stringify(args)).rejects.toThrow();
  });
});
