import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type Position } from '../../../runtime/paging/cursor.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { createSealer } from '../../../runtime/value/sealer.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { listThings } from '../../support/sample-tools.ts';

/** The sealer of the recorder's clients. */
const sealer = createSealer(`intercom ${TOKEN}`);
const owner = { tool: 'list_things', args: ['a', 'b'], sealer };

describe('a cursor', () => {
  const position: fc.Arbitrary<Position> = fc.oneof(
    fc.record({ after: fc.string({ minLength: 1 }) }),
    fc.record({ after: fc.base64String({ minLength: 4 }) }),
    fc.record({ page: fc.integer({ min: 1 }), skip: fc.integer({ min: 1 }) }),
    fc.record({ page: fc.integer({ min: 1 }), seen: fc.constantFrom('1dq2ks', '0', 'zik0zj') }),
    fc.record({ query: fc.array(fc.tuple(fc.string(), fc.string())) }),
  );

  test('says what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(position, fc.option(fc.integer({ min: 1 }), { nil: undefined }), async (start, size) => {
        const state = { position: start, ...(size !== undefined && { size }) };
        const cursor = await encodeCursor(owner, state);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(await decodeCursor(owner, cursor)).toEqual(state);
        for (const args of [['a'], ['b', 'c']]) expect(await decodeCursor({ ...owner, args }, cursor)).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, Position, number]>([
    ['of a page number', { page: 3 }, 16],
    ['of a page number behind items that were shown', { page: 300, skip: 20 }, 18],
    ["as long as Intercom's own", { after: btoa(JSON.stringify([1_780_000_000_000, '104857392', 2])) }, 72],
    ['of an id', { after: '66010a11c0ffee0000000001' }, 32],
  ])('%s is short', async (_, start, longest) => {
    const cursor = await encodeCursor(
      { ...owner, args: ['{"query":{"field":"state"}}'] },
      { position: start, size: 20 },
    );
    expect(cursor.length).toBeLessThanOrEqual(longest);
  });

  test('with one letter changed is refused', async () => {
    const cursor = await encodeCursor(owner, { position: { page: 3 }, size: 20 });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: cursor.length - 1 }), fc.constantFrom(...'Aa0_-z9 ='), async (at, letter) => {
        fc.pre(cursor[at] !== letter);
        const changed = cursor.slice(0, at) + letter + cursor.slice(at + 1);
        await expect(decodeCursor(owner, changed)).rejects.toThrow(InputError);
      }),
      { numRuns: 300 },
    );
  });

  test('of another account is refused, though tool and arguments are the same', async () => {
    const cursor = await encodeCursor({ ...owner, sealer: createSealer('intercom other') }, { position: { page: 3 } });
    await expect(decodeCursor(owner, cursor)).rejects.toThrow('was given for another tool or for other arguments');
  });

  test('of another tool, or of other arguments, is refused', async () => {
    const cursor = await encodeCursor(owner, { position: { page: 3 } });
    for (const other of [{ tool: 'list_others' }, { args: ['c'] }, { args: [] }, { tool: 'list_things a', args: [''] }])
      await expect(decodeCursor({ ...owner, ...other }, cursor)).rejects.toThrow('was given for another tool');
  });

  test.each<[string, string | Promise<string>]>([
    ['empty', ''],
    ['a page number', '2'],
    ['plain JSON', '{"page":2}'],
    ['another JSON', Buffer.from('{"page":2}').toString('base64url')],
    ['of an earlier version', Buffer.from('["list_things",{"page":3},20,["a"],"1bnj0pl"]').toString('base64url')],
    ['with white space', encodeCursor(owner, { position: { page: 3 } }).then((good) => ` ${good}`)],
    ['with something after it', encodeCursor(owner, { position: { page: 3 } }).then((good) => `${good}A`)],
    ['cut', encodeCursor(owner, { position: { page: 3 } }).then((good) => good.slice(0, -3))],
    ['of another tool', encodeCursor({ ...owner, tool: 'list_others' }, { position: { page: 3 } })],
  ])('%s is refused before anything is sent', async (_, given) => {
    await using server = await record(() => ({ body: {} }));
    const next_cursor = await given;
    const call = server.client.call(listThings({ style: 'page', items: 'data' }), { next_cursor });
    await expect(call).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^next_cursor: /),
      help: expect.stringMatching(/or leave (?:it|next_cursor) out to start again\.$/),
    });
    expect(server.requests).toEqual([]);
  });
});
