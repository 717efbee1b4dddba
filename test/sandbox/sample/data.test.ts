import { expect, test } from 'vitest';
import { conversations } from '../../../sandbox/model/conversations.ts';
import {
  conversationAttributes,
  customObjectInstances,
  dataEvents,
  eventSummaries,
  subscriptionTypes,
} from '../../../sandbox/model/data.ts';
import { contacts, tags } from '../../../sandbox/model/people.ts';
import { START, testSandbox } from '../support/sandbox.ts';

test('the sample data of this family hangs together', () => {
  const { workspace } = testSandbox();
  expect(tags(workspace).size).toBe(14);
  const events = dataEvents(workspace).all();
  expect(events).toHaveLength(200);
  for (const { contact_id, created_at } of events) {
    expect(contacts(workspace).get(contact_id)?.role).toBe('user');
    expect(created_at).toBeLessThan(START / 1000);
  }
  const counted = eventSummaries(workspace).all();
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  const consents = contacts(workspace)
    .all()
    .flatMap(({ consents: made }) => made);
  expect(consents.length).toBeGreaterThan(5);
  for (const { id, consent_type } of consents)
    expect(subscriptionTypes(workspace).get(id)).toMatchObject({ state: 'live', consent_type });
});

test('conversations have topics that their attribute has', () => {
  const { workspace } = testSandbox();
  const known = conversationAttributes(workspace).find(({ name }) => name === 'Topic')?.options ?? [];
  const used = conversations(workspace)
    .all()
    .flatMap((row) => row.custom_attributes.Topic ?? []);
  expect(known.map(({ label }) => label)).toEqual(expect.arrayContaining([...new Set(used)]));
});

test('another seed gives other events, the same seed the same', () => {
  const eventsOf = (seed: number) => dataEvents(testSandbox({ seed }).workspace).all();
  expect(eventsOf(2)).toEqual(eventsOf(2));
  expect(eventsOf(2)).not.toEqual(eventsOf(3));
  expect(customObjectInstances(testSandbox({ seed: 2 }).workspace).size).toBe(30);
});
