import { describe, expect, test } from 'vitest';
import { dataEvents, eventSummaries } from '../../../../sandbox/model/data.ts';
import { omar, rosa } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { type Answer, answered, dataSandbox, refusal } from './support/fixture.ts';

const now = START / 1000;
const DAY = 86_400;
const byUserId = `/events?type=user&user_id=${rosa.external_id}`;

async function send(sandbox: TestSandbox, body: object): Promise<void> {
  const { status, body: answer } = await sandbox.call('POST', '/events', body);
  expect([status, answer]).toEqual([202, '']);
}

test('an event is recorded however its user is named, and listed newest first', async () => {
  const sandbox = dataSandbox();
  const metadata = { plan: 'Pro', price: { amount: 900, currency: 'eur' } };
  await send(sandbox, { event_name: 'first-thing', created_at: now - 20, user_id: rosa.external_id, metadata });
  await send(sandbox, { event_name: 'third-thing', created_at: now, email: rosa.email.toUpperCase() });
  await send(sandbox, { event_name: 'second-thing', created_at: now - 10, id: rosa.id });
  const answer = await answered(sandbox, 'GET', byUserId);
  expect(answer).toMatchObject({ intercom_user_id: rosa.id, user_id: rosa.external_id, email: rosa.email });
  expect(answer.events.map(({ event_name }) => event_name)).toEqual(['third-thing', 'second-thing', 'first-thing']);
  expect(answer.events[2]).toMatchObject({ type: 'event', created_at: now - 20, metadata, intercom_user_id: rosa.id });
  expect(answer.pages).toEqual({});
  for (const name of [`intercom_user_id=${rosa.id}`, `email=${encodeURIComponent(rosa.email)}`])
    expect((await answered(sandbox, 'GET', `/events?type=user&${name}`)).events).toEqual(answer.events);
});

test('leads have events by their id only', async () => {
  const sandbox = dataSandbox();
  const event = { event_name: 'looked-around', created_at: now };
  await send(sandbox, { ...event, id: omar.id });
  expect((await answered(sandbox, 'GET', `/events?type=user&intercom_user_id=${omar.id}`)).events).toHaveLength(1);
  expect(await refusal(sandbox, 'POST', '/events', { ...event, email: omar.email })).toBe('404 not_found');
});

test('the same event at the same second counts once, and no more than ten keys are kept', async () => {
  const sandbox = dataSandbox();
  const before = dataEvents(sandbox.workspace).size;
  const metadata = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`key_${index}`, index]));
  for (const _time of [1, 2])
    await send(sandbox, { event_name: 'did-it', created_at: now, user_id: rosa.external_id, metadata });
  expect(dataEvents(sandbox.workspace).size).toBe(before + 1);
  const { events } = await answered(sandbox, 'GET', byUserId);
  expect(Object.keys(events[0]?.metadata ?? {})).toEqual(Object.keys(metadata).slice(0, 10));
});

test('pages are followed by their addresses, without loss even within one second', async () => {
  const sandbox = dataSandbox();
  for (const index of [1, 2, 3, 4, 5])
    await send(sandbox, {
      event_name: `thing-${index}`,
      created_at: now - (index > 3 ? 50 : 10),
      user_id: rosa.external_id,
    });
  const pages: string[][] = [];
  let path: string | null | undefined = `${byUserId}&per_page=2`;
  while (path) {
    const { events, pages: told }: Answer = await answered(sandbox, 'GET', path.replace('http://sandbox.test', ''));
    pages.push(events.map(({ event_name }) => event_name));
    path = told.next;
    if (pages.length === 1) await send(sandbox, { event_name: 'newer', created_at: now, user_id: rosa.external_id });
  }
  expect(pages).toEqual([['thing-3', 'thing-2'], ['thing-1', 'thing-5'], ['thing-4']]);
});

describe('a summary', () => {
  test('counts also what is too old to be listed', async () => {
    const sandbox = dataSandbox();
    for (const age of [100 * DAY, 5 * DAY, 60])
      await send(sandbox, { event_name: 'did-it', created_at: now - age, user_id: rosa.external_id });
    expect((await answered(sandbox, 'GET', byUserId)).events).toHaveLength(2);
    const { events } = await answered(sandbox, 'GET', `${byUserId}&summary=true`);
    const [first, last] = [100 * DAY, 60].map((age) => new Date(START - age * 1000).toISOString());
    expect(events).toEqual([{ name: 'did-it', count: 3, first, last, description: '' }]);
  });

  test('is set from outside, and counts on from there', async () => {
    const sandbox = dataSandbox();
    const summary = { event_name: 'did-it', count: 40, first: now - 9000, last: now - 500 };
    const { status, body } = await sandbox.call('POST', '/events/summaries', {
      user_id: rosa.external_id,
      event_summaries: summary,
    });
    expect([status, body]).toEqual([200, '']);
    await send(sandbox, { event_name: 'did-it', created_at: now, user_id: rosa.external_id });
    const kept = eventSummaries(sandbox.workspace).find(({ contact_id }) => contact_id === rosa.id);
    expect(kept).toMatchObject({ name: 'did-it', count: 41, first: now - 9000, last: now });
  });
});

test.each([
  ['POST', '/events', { event_name: 'did-it', created_at: now, user_id: 'nobody' }, '404 not_found'],
  ['POST', '/events', { event_name: 'did-it', created_at: now }, '400 parameter_not_found'],
  ['POST', '/events', { event_name: ' ', created_at: now, user_id: rosa.external_id }, '400 parameter_invalid'],
  ['POST', '/events/summaries', { user_id: 'nobody', event_summaries: { event_name: 'x' } }, '404 not_found'],
  ['POST', '/events/summaries', { user_id: rosa.external_id, event_summaries: {} }, '400 parameter_invalid'],
  ['GET', '/events?type=user', undefined, '400 parameter_not_found'],
  ['GET', `/events?user_id=${rosa.external_id}`, undefined, '400 parameter_not_found'],
  ['GET', `/events?type=lead&user_id=${rosa.external_id}`, undefined, '400 parameter_invalid'],
  ['GET', `/events?type=user&user_id=${rosa.external_id}&email=${rosa.email}`, undefined, '400 parameter_invalid'],
  ['GET', '/events?type=user&user_id=nobody', undefined, '404 not_found'],
  ['GET', `/events?type=user&user_id=${rosa.external_id}&per_page=0`, undefined, '400 parameter_invalid'],
  ['GET', `/events?type=user&user_id=${rosa.external_id}&before=x`, undefined, '400 client_error'],
])('%s %s %j is refused with %s', async (method, path, body, refused) => {
  expect(await refusal(dataSandbox(), method, path, body)).toBe(refused);
});
