import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConfirmer } from '../../../runtime/mcp/confirmer.ts';

const key = new Uint8Array(32).fill(7);
const call = { purpose: 'two-step' as const, tool: 'detach_tag', args: { thing_id: 1, list: [{ b: 1, a: null }] } };

test('a token holds once, for the call that it was given for', async () => {
  const { mint, redeem } = createConfirmer();
  const token = await mint(call);
  expect(await redeem(token, { ...call, tool: 'detach' })).toBe(false);
  expect(await redeem(token, { ...call, args: { thing_id: '1', list: [{ b: 1, a: null }] } })).toBe(false);
  expect(await redeem(token, { ...call, args: { list: [{ a: null, b: 1 }], thing_id: 1 } })).toBe(true);
  expect(await redeem(token, call)).toBe(false);
});

test('a token of one purpose is none of the other', async () => {
  const { mint, redeem } = createConfirmer();
  for (const [given, taken] of [
    ['question', 'two-step'],
    ['two-step', 'question'],
  ] as const) {
    const token = await mint({ ...call, purpose: given });
    expect(await redeem(token, { ...call, purpose: taken })).toBe(false);
    expect(await redeem(token, { ...call, purpose: given })).toBe(true);
  }
});

test('of two calls at the same moment one is made', async () => {
  const { mint, redeem } = createConfirmer();
  const token = await mint(call);
  const verdicts = await Promise.all([redeem(token, call), redeem(token, call), redeem(token, call)]);
  expect(verdicts.filter(Boolean)).toHaveLength(1);
});

test('a token holds for five minutes', async () => {
  let now = 1_000_000;
  const { mint, redeem } = createConfirmer({ now: () => now });
  const early = await mint(call);
  const late = await mint(call);
  now += 5 * 60_000 - 1;
  expect(await redeem(early, call)).toBe(true);
  now += 1;
  expect(await redeem(late, call)).toBe(false);
});

test('a token moves its own end to nobody', async () => {
  const { mint, redeem } = createConfirmer({ now: () => 0 });
  const [, ...rest] = (await mint(call)).split('.');
  expect(await redeem(['zzzzzzzz', ...rest].join('.'), call)).toBe(false);
});

test('processes with one key take the tokens of each other, others do not', async () => {
  const token = await createConfirmer({ key }).mint(call);
  expect(await createConfirmer({ key: new Uint8Array(32).fill(8) }).redeem(token, call)).toBe(false);
  expect(await createConfirmer().redeem(token, call)).toBe(false);
  expect(await createConfirmer({ key }).redeem(token, call)).toBe(true);
});

test('a short key is refused', () => {
  expect(() => createConfirmer({ key: new Uint8Array(31) })).toThrow(RangeError);
});

test('no other text is a token, and none makes it fail', async () => {
  const { mint, redeem } = createConfirmer({ key });
  const token = await mint(call);
  const changed = fc
    .record({ at: fc.nat({ max: token.length - 1 }), char: fc.constantFrom(...'aZ09-_.') })
    .map(({ at, char }) => token.slice(0, at) + char + token.slice(at + 1))
    // The last character carries bits that base64url leaves open.
    .filter((text) => text.slice(0, -1) !== token.slice(0, -1));
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.string(), fc.string({ unit: 'binary' })), async (text) => {
      expect(await redeem(text, call)).toBe(false);
    }),
  );
  expect(await redeem(token, call)).toBe(true);
});
