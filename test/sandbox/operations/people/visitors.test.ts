import { describe, expect, test } from 'vitest';
import { contacts, segments, visitors } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, testSandbox } from '../../support/sandbox.ts';
import { items, json, refusal } from './support/answers.ts';

describe('visitors', () => {
  test('are read and changed by their own ids', async () => {
    const sandbox = testSandbox();
    const visitor = json(await sandbox.call('GET', '/visitors?user_id=visitor-2'));
    expect(visitor).toMatchObject({ type: 'visitor', user_id: 'visitor-2', anonymous: true, name: null });
    sandbox.pass(3);
    const body = { id: visitor.id, name: 'Curious', custom_attributes: { plan_seen: 'Team' } };
    expect((await sandbox.call('PUT', '/visitors', body)).body).toMatchObject({
      name: 'Curious',
      custom_attributes: { plan_seen: 'Team' },
      updated_at: START / 1000 + 3,
    });
    expect(refusal(await sandbox.call('GET', '/visitors?user_id=none'))).toEqual([404, 'not_found']);
    expect(refusal(await sandbox.call('PUT', '/visitors', { user_id: 'none' }))).toEqual([404, 'not_found']);
  });

  test('become new contacts', async () => {
    const sandbox = testSandbox();
    const before = contacts(sandbox.workspace).size;
    const answer = await sandbox.call('POST', '/visitors/convert', {
      type: 'user',
      visitor: { user_id: 'visitor-1' },
      user: { user_id: 'own-77', email: 'own77@newshop.example' },
    });
    expect(answer.body).toMatchObject({ role: 'user', external_id: 'own-77', email: 'own77@newshop.example' });
    expect(contacts(sandbox.workspace).size).toBe(before + 1);
    expect(visitors(sandbox.workspace).find(({ user_id }) => user_id === 'visitor-1')).toBeUndefined();
  });

  test('go into a contact that exists', async () => {
    const sandbox = testSandbox();
    const before = contacts(sandbox.workspace).size;
    const convert = (body: object) => sandbox.call('POST', '/visitors/convert', body);
    await sandbox.call('PUT', '/visitors', { user_id: 'visitor-3', custom_attributes: { plan_seen: 'Pro' } });
    const body = { type: 'user', visitor: { user_id: 'visitor-3' }, user: { user_id: 'fernhill-3' } };
    expect((await convert(body)).body).toMatchObject({
      id: cast.contacts.jonas,
      name: 'Jonas Keller',
      custom_attributes: { plan_seen: 'Pro', subscription_tier: 'Team' },
    });
    expect(contacts(sandbox.workspace).size).toBe(before);
    expect(refusal(await convert(body))).toEqual([404, 'not_found']);
    expect(refusal(await convert({ ...body, visitor: { user_id: 'visitor-4' }, type: 'company' }))[0]).toBe(400);
  });
});

describe('segments', () => {
  test('are listed, counted where asked, and read', async () => {
    const sandbox = testSandbox();
    const plain = items(await sandbox.call('GET', '/segments'), 'segments');
    expect(plain).toHaveLength(segments(sandbox.workspace).size);
    expect(plain[0]?.count ?? null).toBeNull();
    const counted = items(await sandbox.call('GET', '/segments?include_count=true'), 'segments');
    for (const { id, count, name } of counted.filter(({ person_type }) => person_type !== undefined)) {
      const search = await sandbox.call('POST', '/contacts/search', {
        query: { field: 'segment_id', operator: '=', value: id },
      });
      expect([name, json(search).total_count]).toEqual([name, count]);
    }
    const [first] = plain;
    expect((await sandbox.call('GET', `/segments/${String(first?.id)}`)).body).toMatchObject({ name: first?.name });
    expect(refusal(await sandbox.call('GET', '/segments/none'))).toEqual([404, 'not_found']);
  });

  test('lose members as time passes', async () => {
    const sandbox = testSandbox();
    const countOf = async (name: string) =>
      Number(
        items(await sandbox.call('GET', '/segments?include_count=true'), 'segments').find((one) => one.name === name)
          ?.count,
      );
    expect(await countOf('New')).toBeGreaterThan(0);
    expect(await countOf('Active')).toBeGreaterThan(0);
    const slipping = await countOf('Slipping away');
    expect(slipping).toBeGreaterThan(0);
    sandbox.pass(31 * 86_400);
    expect([await countOf('New'), await countOf('Active')]).toEqual([0, 0]);
    expect(await countOf('Slipping away')).not.toBe(slipping);
  });
});
