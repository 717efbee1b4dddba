import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { weaknessOf } from '../../gateway/secrets/key-strength.ts';
import { newToken } from '../../gateway/secrets/tokens.ts';

function drawn(characters: string, length: number): string {
  return Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('');
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

describe('a key is taken', () => {
  test.each<[string, () => string]>([
    ['made by the gateway', () => newToken('admin')],
    ['of 128 bits in hexadecimal digits', () => randomBytes(16).toString('hex')],
    ['of 256 bits in capitals', () => randomBytes(32).toString('hex').toUpperCase()],
    ['of 4096 bits in hexadecimal digits', () => randomBytes(512).toString('hex')],
    ['of 144 bits in base64', () => randomBytes(18).toString('base64')],
    ['of 256 bits in base64url', () => randomBytes(32).toString('base64url')],
    ['of 160 bits in base32', () => drawn(`${lower}234567`, 32)],
    ['of 260 bits in base32', () => drawn(`${lower}234567`.toUpperCase(), 52)],
    ['of letters and digits', () => drawn(lower + digits, 32)],
    ['of letters', () => drawn(lower, 32)],
    ['of digits', () => drawn(digits, 42)],
    ['as a UUID', () => randomUUID()],
  ])('%s', (_, make) => {
    const refused = Array.from({ length: 500 }, make).filter((key) => weaknessOf(key) !== undefined);
    // By chance one in ten thousand reads like words, or shows too few characters.
    expect(refused.slice(2)).toEqual([]);
  });

  test('of many words', () => {
    expect(weaknessOf('carport-unsaid-dweller-thimble-overlaid-pecan-jubilant-moistness-evict-refried-slather')).toBe(
      undefined,
    );
  });
});

test.each<[string, string, RegExp]>([
  ['nothing', '', /fewer than 24 characters/],
  ['23 random characters', newToken('admin').slice(-23), /fewer than 24 characters/],
  ['24 equal letters', 'a'.repeat(24), /repeats/],
  ['1000 equal letters', 'a'.repeat(1000), /repeats/],
  ['two letters in turn', 'ab'.repeat(20), /repeats/],
  ['a word again and again', 'password'.repeat(8), /repeats/],
  ['a short secret again and again', 'kT7#pQ2z'.repeat(5), /repeats/],
  ['the alphabet', lower + digits, /counts on/],
  ['all digits in turn', digits.repeat(5), /repeats/],
  ['hexadecimal digits in turn', '0123456789abcdef'.repeat(2), /counts on/],
  ['few digits', '83920174659301847265', /fewer/],
  ['32 digits, which are no hexadecimal ones', '83920174659301847265019374625108', /106 random bits/],
  ['digits of less', '839201746593018472650193', /79 random bits/],
  ['hexadecimal digits of less', 'd8f3a91c7e04b265f8a1c39d', /96 random bits/],
  ['four letters in any order', 'acdbbadcabdccdabdacbbcadacdbdbca', /repeats|random bits/],
  ['words', 'an-operator-key-for-tests-only', /60 random bits/],
  ['words in capitals', 'CorrectHorseBatteryStapleAgain', /60 random bits/],
  ['words with a year', 'our-secret-admin-key-2026-change-me!', /72 random bits/],
  ['a space, which no header carries', `${newToken('admin')} x`, /header/],
  ['the end of a line', `${newToken('admin')}\n`, /header/],
  ['letters that no header carries', `${newToken('admin')}é`, /header/],
])('a key is refused: %s', (_, key, expected) => {
  expect(weaknessOf(key)).toMatch(expected);
});
