import { describe, expect, test } from 'vitest';
import { operations } from '../../../sandbox/contract/contract.ts';
import { companies, contacts, notes, visitors } from '../../../sandbox/model/people.ts';
import { peopleRoutes } from '../../../sandbox/operations/people/routes.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { seedPeople } from '../../../sandbox/sample/people/seed-people.ts';
import { Workspace } from '../../../sandbox/store/workspace.ts';
import { START } from '../support/sandbox.ts';

function seeded(scale: number, seed = 1): Workspace {
  const workspace = new Workspace({ seed, scale, start: START / 1000, timezone: 'Europe/Dublin' });
  seedPeople(workspace);
  return workspace;
}

describe('sample people', () => {
  test('are the same for the same seed and others for another', () => {
    expect(seeded(1).snapshot()).toEqual(seeded(1).snapshot());
    expect(seeded(1).snapshot()).not.toEqual(seeded(1, 2).snapshot());
  });

  test('are of every kind that a support team meets', () => {
    const workspace = seeded(1);
    const people = contacts(workspace).all();
    const start = START / 1000;
    const some = (is: (one: (typeof people)[number]) => boolean) => people.filter(is).length;
    expect([people.length, companies(workspace).size, visitors(workspace).size]).toEqual([60, 20, 5]);
    expect(some(({ role }) => role === 'lead')).toBeGreaterThan(10);
    expect(some(({ email }) => email === null)).toBeGreaterThan(2);
    expect(some(({ phone }) => phone !== null)).toBeGreaterThan(10);
    expect(some(({ created_at }) => created_at > start - 86_400)).toBeGreaterThan(3);
    expect(some(({ created_at }) => created_at > start - 7 * 86_400)).toBeGreaterThan(8);
    expect(new Set(people.map(({ location }) => location.country)).size).toBeGreaterThan(8);
    expect(notes(workspace).filter(({ contact_id }) => contact_id !== null).length).toBeGreaterThan(2);
    expect(notes(workspace).filter(({ company_id }) => company_id !== null).length).toBeGreaterThan(0);
  });

  test('hold together: nothing is later than now or earlier than its creation, and no email is twice', () => {
    const workspace = seeded(20);
    const start = START / 1000;
    const emails = contacts(workspace)
      .all()
      .flatMap(({ email }) => email ?? []);
    expect(new Set(emails).size).toBe(emails.length);
    expect(
      new Set(
        companies(workspace)
          .all()
          .map(({ name }) => name),
      ).size,
    ).toBe(companies(workspace).size);
    for (const contact of contacts(workspace).all()) {
      expect(contact.created_at).toBeLessThan(start);
      for (const time of [contact.last_seen_at, contact.last_replied_at, contact.last_contacted_at, contact.updated_at])
        if (time !== null) expect(time).toBeGreaterThanOrEqual(contact.created_at);
      for (const time of [contact.last_seen_at, contact.last_replied_at, contact.updated_at])
        if (time !== null) expect(time).toBeLessThanOrEqual(start);
      for (const id of contact.company_ids) expect(companies(workspace).has(id)).toBe(true);
    }
    for (const id of [cast.contacts.amara, cast.contacts.sofia, cast.contacts.jonas, ...cast.contacts.resets])
      expect(contacts(workspace).has(id)).toBe(true);
  });

  test('grow with the scale', () => {
    expect(contacts(seeded(80)).size).toBe(6 + 54 * 80);
  });
});

test('every operation on contacts, companies, notes, segments and visitors is answered', () => {
  const others = /banners|(POST|DELETE) .*(tags|subscriptions)/;
  const own = [...operations.keys()].filter(
    (key) => /^\w+ \/(contacts|companies|notes|segments|visitors)/.test(key) && !others.test(key),
  );
  expect(Object.keys(peopleRoutes).sort()).toEqual(own.sort());
});
