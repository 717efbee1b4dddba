import { describe, expect, test } from 'vitest';
import { companies, contacts, tags } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, testSandbox } from '../../support/sandbox.ts';
import { ids, items, json, refusal } from './support/answers.ts';

const now = START / 1000;

async function named(sandbox: ReturnType<typeof testSandbox>, name: string) {
  const [company] = items(await sandbox.call('GET', `/companies?name=${encodeURIComponent(name)}`));
  return company ?? {};
}

describe('companies', () => {
  test('are created once and then updated by company_id', async () => {
    const sandbox = testSandbox();
    const { size } = companies(sandbox.workspace);
    const made = await sandbox.call('POST', '/companies', {
      company_id: 'shop-9',
      name: 'Shop Nine',
      plan: 'Seasonal',
      size: 4,
      custom_attributes: { account_health: 'Green' },
    });
    expect(made.body).toMatchObject({
      type: 'company',
      company_id: 'shop-9',
      plan: { type: 'plan', name: 'Seasonal' },
      created_at: now,
      user_count: 0,
    });
    sandbox.pass(9);
    const again = await sandbox.call('POST', '/companies', {
      company_id: 'shop-9',
      size: 5,
      custom_attributes: { seats_used: 3 },
      update_last_request_at: true,
    });
    expect(again.body).toMatchObject({
      id: json(made).id,
      name: 'Shop Nine',
      size: 5,
      created_at: now,
      updated_at: now + 9,
      last_request_at: now + 9,
      custom_attributes: { account_health: 'Green', seats_used: 3 },
    });
    expect(companies(sandbox.workspace).size).toBe(size + 1);
    expect(refusal(await sandbox.call('POST', '/companies', { name: 'No id' }))).toEqual([400, 'bad_request']);
  });

  test('are looked up by name, company_id, tag and segment', async () => {
    const sandbox = testSandbox();
    const [tag] = tags(sandbox.workspace).all();
    const bikes = await named(sandbox, 'Harbor Bikes');
    expect(bikes).toMatchObject({ type: 'company', name: 'Harbor Bikes' });
    expect(ids(await sandbox.call('GET', `/companies?company_id=${String(bikes.company_id)}`))).toEqual([bikes.id]);
    expect(refusal(await sandbox.call('GET', '/companies?name=Nowhere'))).toEqual([404, 'company_not_found']);
    for (const company of companies(sandbox.workspace).all())
      company.tags = company.id === bikes.id ? [{ id: String(tag?.id), applied_at: now, applied_by: '1' }] : [];
    expect(ids(await sandbox.call('GET', `/companies?tag_id=${String(tag?.id)}`))).toEqual([bikes.id]);
    const spend = items(await sandbox.call('GET', '/segments'), 'segments').find(
      ({ name }) => name === 'High monthly spend',
    );
    const rich = items(await sandbox.call('GET', `/companies?segment_id=${String(spend?.id)}&per_page=50`));
    expect(rich.length).toBeGreaterThan(0);
    expect(rich.length).toBe(companies(sandbox.workspace).filter(({ monthly_spend }) => monthly_spend >= 200).length);
    expect(items(await sandbox.call('GET', '/companies'))).toHaveLength(15);
  });

  test('one is read, changed and deleted, and its contacts stay', async () => {
    const sandbox = testSandbox();
    const { id } = await named(sandbox, 'Alpine Outfitters');
    const path = `/companies/${String(id)}`;
    expect((await sandbox.call('PUT', path, { industry: 'Climbing' })).body).toMatchObject({ industry: 'Climbing' });
    expect((await sandbox.call('GET', path)).body).toMatchObject({ name: 'Alpine Outfitters', industry: 'Climbing' });
    expect((await sandbox.call('DELETE', path)).body).toEqual({ id, object: 'company', deleted: true });
    expect(contacts(sandbox.workspace).get(cast.contacts.jonas)?.company_ids).toEqual([]);
    for (const [method, below] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['GET', '/contacts'],
      ['GET', '/segments'],
      ['GET', '/notes'],
    ] as const)
      expect(refusal(await sandbox.call(method, path + below, method === 'PUT' ? {} : undefined))).toEqual([
        404,
        'company_not_found',
      ]);
    expect(refusal(await sandbox.call('POST', `${path}/notes`, { body: 'x' }))).toEqual([404, 'company_not_found']);
  });

  test('have contacts, segments and notes', async () => {
    const sandbox = testSandbox();
    const { id } = await named(sandbox, 'Harbor Bikes');
    const path = `/companies/${String(id)}`;
    const all = ids(await sandbox.call('GET', `${path}/contacts?per_page=150`));
    expect(all).toContain(cast.contacts.sofia);
    await sandbox.call('POST', `/contacts/${cast.contacts.sofia}/archive`);
    expect(ids(await sandbox.call('GET', `${path}/contacts`))).not.toContain(cast.contacts.sofia);
    await sandbox.call('POST', '/companies', {
      company_id: String((await named(sandbox, 'Harbor Bikes')).company_id),
      monthly_spend: 900,
      update_last_request_at: true,
    });
    const names = items(await sandbox.call('GET', `${path}/segments`)).map(({ name }) => name);
    expect(names).toEqual(['Active companies', 'High monthly spend']);
    const note = json(await sandbox.call('POST', `${path}/notes`, { body: '<p>Ready-made</p>' }));
    expect(note).toMatchObject({ body: '<p>Ready-made</p>', company: { id }, author: { id: cast.admins.maya } });
    expect(ids(await sandbox.call('GET', `${path}/notes`))).toContain(note.id);
    expect((await sandbox.call('GET', path)).body).toMatchObject({
      notes: { notes: expect.arrayContaining([expect.objectContaining({ id: note.id })]) },
    });
  });

  test('the list follows activity, leaves out empty companies and stops at 10,000', async () => {
    const sandbox = testSandbox();
    await sandbox.call('POST', '/companies', { company_id: 'empty', name: 'Empty', update_last_request_at: true });
    const times = (answer: Awaited<ReturnType<typeof sandbox.call>>) =>
      items(answer).map(({ last_request_at }) => Number(last_request_at));
    const down = await sandbox.call('POST', '/companies/list?per_page=50');
    expect(times(down)).toEqual([...times(down)].sort((a, b) => b - a));
    expect(items(down).map(({ name }) => name)).not.toContain('Empty');
    const up = await sandbox.call('POST', '/companies/list?per_page=50&order=asc');
    expect(times(up)).toEqual([...times(down)].reverse());
    expect((await sandbox.call('POST', '/companies/list?per_page=50&page=200')).status).toBe(200);
    expect((await sandbox.call('POST', '/companies/list?per_page=50&page=201')).status).toBe(400);
  });
});

describe('the scroll over companies', () => {
  test('goes through all of them to an empty page', async () => {
    const sandbox = testSandbox({ scale: 12 });
    const seen: unknown[] = [];
    let answer = await sandbox.call('GET', '/companies/scroll');
    for (let pages = 0; pages < 5 && items(answer).length > 0; pages++) {
      seen.push(...ids(answer));
      answer = await sandbox.call('GET', `/companies/scroll?scroll_param=${String(json(answer).scroll_param)}`);
    }
    expect(items(answer)).toEqual([]);
    expect(new Set(seen).size).toBe(240);
    expect(seen).toHaveLength(240);
    expect((await sandbox.call('GET', '/companies/scroll')).status).toBe(200);
    expect(sandbox.changes()).toEqual([]);
  });

  test('is the only one, and expires after a minute', async () => {
    const sandbox = testSandbox();
    const { scroll_param } = json(await sandbox.call('GET', '/companies/scroll'));
    const path = `/companies/scroll?scroll_param=${String(scroll_param)}`;
    expect(refusal(await sandbox.call('GET', '/companies/scroll'))).toEqual([400, 'scroll_exists']);
    expect(refusal(await sandbox.call('GET', '/companies/scroll?scroll_param=other'))).toEqual([404, 'not_found']);
    sandbox.pass(61);
    expect(refusal(await sandbox.call('GET', path))).toEqual([404, 'not_found']);
    const next = await sandbox.call('GET', '/companies/scroll');
    expect(next.status).toBe(200);
    expect(json(next).scroll_param).not.toBe(scroll_param);
  });
});
