import { describe, expect, expectTypeOf, test } from 'vitest';
import { replyToConversation } from '../../../generated/intercom/tools/conversations.ts';
import { createEvent } from '../../../generated/intercom/tools/data_events.ts';
import { createTicket, getTicket, updateTicket } from '../../../generated/intercom/tools/tickets.ts';
import { type Client, InputError } from '../../../runtime/index.ts';
import { checkCases } from '../../../runtime/input/check-cases.ts';
import { readInput } from '../../../runtime/input/read-input.ts';
import { rosa } from '../../support/people.ts';

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the forms of an input', () => {
  const reply = { conversation_id: '1', message_type: 'comment', type: 'admin' };
  const event = { event_name: 'ordered', created_at: 1 };

  test.each([
    [
      'one thing missing',
      { ...reply, body: 'hi' },
      'admin_id: is missing, needed for message_type comment or note with type admin',
    ],
    ['two things missing', reply, /admin_id: is missing.*\n.*body: is missing/],
    ['all there', { ...reply, body: 'hi', admin_id: '2' }, 'accepted'],
    [
      'a combination that no form has',
      { ...reply, message_type: 'note', type: 'user' },
      /^message_type: message_type "note" with type "user" is no form of this tool\. Its forms are: /,
    ],
    [
      'several ways to say who',
      { ...reply, type: 'user', body: 'hi' },
      /^give intercom_user_id, or email, or user_id, needed for message_type comment with type user$/,
    ],
  ])('%s', (_name, input, want) => {
    expect(refusal(() => readInput(replyToConversation, input))).toMatch(want);
  });

  test('forms that differ in what they need alone', () => {
    expect(refusal(() => readInput(createEvent, event))).toBe('give id, or user_id, or email');
    expect(refusal(() => readInput(createEvent, { ...event, email: rosa.email }))).toBe('accepted');
  });

  test('a tool without forms takes everything', () => {
    expect(checkCases(undefined, {})).toEqual([]);
  });
});

describe('ids of either type', () => {
  test('an integer where a string is declared, a string where an integer is', () => {
    expect(readInput(getTicket, { ticket_id: 104857392 })).toEqual({ ticket_id: '104857392' });
    expect(readInput(updateTicket, { ticket_id: 1, admin_id: '149302' })).toEqual({ ticket_id: '1', admin_id: 149302 });
  });

  test('inside a list whose items have several forms', () => {
    expect(readInput(createTicket, { ticket_type_id: 7, contacts: [{ id: 9 }] })).toEqual({
      ticket_type_id: '7',
      contacts: [{ id: '9' }],
    });
  });

  test.each([
    ['a fraction is no id', { ticket_id: 1.5 }, /ticket_id: must be a string, not 1\.5/],
    ['a boolean is no id', { ticket_id: true }, /ticket_id: must be a string/],
    ['words are no integer', { ticket_id: '1', admin_id: 'anna' }, /admin_id: must be/],
    ['what is neither true nor false', { ticket_id: '1', open: 'maybe' }, /^open: must be a boolean, not "maybe"$/],
  ])('%s', (_name, input, want) => {
    expect(refusal(() => readInput(updateTicket, input))).toMatch(want);
  });

  test("the caller's own object stays as it is", () => {
    const given = { ticket_id: 5 };
    readInput(getTicket, given);
    expect(given).toEqual({ ticket_id: 5 });
  });

  test('a null that an argument does not take is the same as leaving it out', () => {
    expect(readInput(updateTicket, { ticket_id: 5, open: null, company_id: null })).toEqual({
      ticket_id: '5',
      company_id: null,
    });
    expect(refusal(() => readInput(updateTicket, { ticket_id: null }))).toMatch(/^ticket_id: /);
  });

  test('the types say so', () => {
    const call = (client: Client) => client.call(getTicket, { ticket_id: 5 });
    expectTypeOf(call).returns.resolves.toHaveProperty('ticket_id');
  });
});
