import { expect, test } from 'vitest';
import { createAgreement, needsAnswers, withAnswers } from '../../../runtime/code/planned-write.ts';

test('what stands for a part of an answer is known, wherever it stands', () => {
  expect(needsAnswers({ id: '[answer 1.id]' })).toBe(true);
  expect(needsAnswers({ list: [{ text: 'Ticket [answer 12.ticket.id] is open' }] })).toBe(true);
  expect(needsAnswers({ text: 'answer 1.id', list: [1, null], other: '[answer]' })).toBe(false);
});

test('it becomes what was answered: as it is where it stands alone, as text within one', () => {
  const answers = new Map<number, unknown>([[1, { id: 7, ticket: { name: 'A' } }]]);
  expect(withAnswers({ id: '[answer 1.id]', text: 'Ticket [answer 1.id] ([answer 1.ticket.name])' }, answers)).toEqual({
    id: 7,
    text: 'Ticket 7 (A)',
  });
});

test('what was not answered stays, and a prototype is no answer', () => {
  const answers = new Map<number, unknown>([[1, {}]]);
  expect(withAnswers('[answer 2.id]', answers)).toBe('[answer 2.id]');
  expect(withAnswers('[answer 1.constructor.name]', answers)).toBe('[answer 1.constructor.name]');
});

const reply = { number: 1, tool: 'reply', args: { id: '1', body: 'Hello' }, became: {} };

test('a write is taken out once, with exactly the arguments that were agreed to, in any order of keys', () => {
  const { take } = createAgreement([reply]);
  expect(take('reply', { id: '1', body: 'Hello!' }, {})).toBeUndefined();
  expect(take('close', reply.args, {})).toBeUndefined();
  expect(take('reply', { body: 'Hello', id: '1' }, {})).toBe(reply);
  expect(take('reply', reply.args, {})).toBeUndefined();
});

test('two alike are two', () => {
  const { take } = createAgreement([reply, { ...reply, number: 2 }]);
  expect(take('reply', reply.args, {})?.number).toBe(1);
  expect(take('reply', reply.args, {})?.number).toBe(2);
  expect(take('reply', reply.args, {})).toBeUndefined();
});

test('a name that means somebody else meanwhile is another write', () => {
  const { take } = createAgreement([{ ...reply, became: { admin_id: '5' } }]);
  expect(take('reply', reply.args, { admin_id: '6' })).toBeUndefined();
  expect(take('reply', reply.args, { admin_id: '5' })).toBeDefined();
});

test('a write that hangs on another is held to what that one answered', () => {
  const rename = { number: 2, tool: 'rename', args: { id: '[answer 1.id]' }, became: undefined };
  const { take, answered } = createAgreement([reply, rename]);
  expect(take('rename', { id: '9' }, {})).toBeUndefined();
  const first = take('reply', reply.args, {});
  if (first !== undefined) answered(first, { id: '9' });
  expect(take('rename', { id: '8' }, {})).toBeUndefined();
  expect(take('rename', { id: '9' }, {})).toBe(rename);
});

test("a customer's text that looks like an answer is taken as it was shown", () => {
  const quoting = { ...reply, number: 2, args: { id: '1', body: 'You wrote [answer 1.id]' }, became: undefined };
  const { take, answered } = createAgreement([reply, quoting]);
  const first = take('reply', reply.args, {});
  if (first !== undefined) answered(first, { id: '9' });
  expect(take('reply', { id: '1', body: 'You wrote [answer 1.id]' }, {})).toBe(quoting);
  expect(take('reply', { id: '1', body: 'You wrote 9' }, {})).toBeUndefined();
});

test('arguments are read a few times each, however many writes there are', () => {
  const reads = (count: number) => {
    let read = 0;
    const writes = Array.from({ length: count }, (_, at) => ({
      ...reply,
      number: at + 1,
      args: {
        get body() {
          read += 1;
          return `text ${at}`;
        },
      },
    }));
    const { take, answered } = createAgreement(writes);
    for (const write of writes.toReversed()) {
      expect(take('reply', { body: `text ${write.number - 1}` }, {})).toBe(write);
      answered(write, { id: '1' });
    }
    return read;
  };
  expect(reads(400)).toBeLessThanOrEqual(reads(100) * 4);
});
