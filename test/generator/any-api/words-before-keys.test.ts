import { describe, expect, it } from 'vitest';
import { prefixIn } from '../../../generator/connection/prefix-in.ts';

describe('the word before a key in Authorization', () => {
  it.each([
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
});
