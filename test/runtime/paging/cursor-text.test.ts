import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type Position } from '../../../runtime/paging/cursor.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { record } from '../../support/recorder.ts';
import { listThings } from '../../support/sample-tools.ts';

describe('a cursor', () => {
  const owner = { tool: 'list_things', args: ['a', 'b'] };
  const position: fc.Arbitrary<Position> = fc.oneof(
    fc.record({ after: fc.string({ minLength: 1 }) }),
    fc.record({ page: fc.integer({ min: 1 }), skip: fc.integer({ min: 1 }) }),
    fc.record({ query: fc.array(fc.tuple(fc.string(), fc.string())) }),
  );

  test('says what was put in', () => {
    fc.assert(
      fc.property(position, fc.option(fc.integer({ min: 1 }), { nil: undefined }), (start, size) => {
        const state = { position: start, ...(size !== undefined && { size }) };
        const cursor = encodeCursor(owner, state);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(owner, cursor)).toEqual(state);
      }),
    );
  });

  test('with one letter changed is refused', () => {
    const cursor = encodeCursor(owner, { position: { page: 3 }, size: 20 });
    fc.assert(
      fc.property(fc.nat({ max: cursor.length - 1 }), fc.constantFrom(...'Aa0_-z9 ='), (at, letter) => {
        fc.pre(cursor[at] !== letter);
        expect(() => decodeCursor(owner, cursor.slice(0, at) + letter + cursor.slice(at + 1))).toThrow(InputError);
      }),
      { numRuns: 500 },
    );
  });

  const good = encodeCursor(owner, { position: { page: 3 }, size: 20 });
  test.each([
    ['cut', good.slice(0, -3)],
    ['with something after it', `${good}A`],
    ['with white space', ` ${good}`],
    ['empty', ''],
    ['a page number', '2'],
    ['plain JSON', '{"page":2}'],
    ['another JSON', Buffer.from('{"page":2}').toString('base64url')],
    ['made up', Buffer.from('["list_things",{"page":-1},0,"x"]').toString('base64url')],
    ['of another tool', encodeCursor({ ...owner, tool: 'list_others' }, { position: { page: 3 } })],
  ])('%s is refused before anything is sent', async (_, next_cursor) => {
    await using server = await record(() => ({ body: {} }));
    const call = server.client.call(listThings({ style: 'page', items: 'data' }), { next_cursor });
    await expect(call).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^next_cursor: /),
      help: 'Pass next_cursor of the last answer back unchanged, or leave it out to start again.',
    });
    expect(server.requests).toEqual([]);
  });

  test('of another tool is told apart by name', () => {
    const cursor = encodeCursor({ ...owner, tool: 'list_others' }, { position: { page: 3 } });
    expect(() => decodeCursor(owner, cursor)).toThrow('next_cursor: belongs to the tool list_others');
  });
});
