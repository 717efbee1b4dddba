import { describe, expect, test } from 'vitest';
import { prefixIn } from '../../../generator/connection/prefix-in.ts';
import { operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

describe('the word before a key in Authorization', () => {
  test.each([
    ['Use `Token <key>`', 'Token'],
    ["Enter 'Bearer' [space] and then your token", 'Bearer'],
    ['Prefix the value with "Bearer"', 'Bearer'],
    ['JWT in a header, by the Bearer scheme. Example: "Authorization: Bearer 12345abcdef"', 'Bearer'],
    ['The `Bearer ` prefix stands before it', 'Bearer'],
    ['Bearer, followed by nothing that is known here', undefined],
    ['The bearer of this key may do anything', undefined],
    ['', undefined],
  ])('is read from %j', (words, wanted) => {
    expect(prefixIn(words)).toBe(wanted);
  });

  test('is sent where the description writes the key in brackets', async () => {
    const key = { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Use `Token <key>`' };
    const more = { security: [{ key: [] }], components: { securitySchemes: { key } } };
    await using made = await generated({ doc: operation('get', '/x', {}, more) });

    const { headers } = await made.send({}, { profile: { id: 'acme', name: 'Acme', connection: made.connection } });

    expect(headers.get('authorization')).toBe('Token t0ken');
  });
});
