import { expect, test } from 'vitest';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, testSandbox } from '../../support/sandbox.ts';

const now = START / 1000;

test('audiences are made, changed and deleted', async () => {
  const sandbox = testSandbox();
  const list = await sandbox.call('GET', '/audiences?per_page=3');
  expect(list.body).toMatchObject({ total_count: 4, total_pages: 2, page: 1, data: [{}, {}, {}] });
  const rule = { attribute: 'custom_attributes.plan', type: 'string', comparison: 'eq', value: 'Team' };
  const made = await sandbox.call('POST', '/audiences', { name: 'Teams', predicates: [rule] });
  expect(made).toMatchObject({ status: 201, body: { name: 'Teams', predicates: [rule], role_predicates: [] } });
  const { id } = made.body as { id: string };
  sandbox.pass(60);
  const changed = await sandbox.call('PUT', `/audiences/${id}`, { name: 'Team plan' });
  expect(changed.body).toMatchObject({ name: 'Team plan', predicates: [rule], updated_at: now + 60, created_at: now });
  for (const [method, path] of [
    ['POST', '/audiences'],
    ['PUT', `/audiences/${id}`],
  ] as const)
    expect(await sandbox.call(method, path, { name: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'validation_error' }] },
    });
  expect((await sandbox.call('GET', `/audiences/${id}`)).body).toMatchObject({ name: 'Team plan' });
  expect(await sandbox.call('DELETE', `/audiences/${id}`)).toMatchObject({ status: 204, body: '' });
  expect(sandbox.changes()).toEqual([]);
});

interface Listed<Item> {
  readonly data: Item[];
  readonly pages: { readonly next: { readonly starting_after: string } | null };
}

test('a data connector is drafted, set live, and deleted as a draft only', async () => {
  const sandbox = testSandbox();
  const made = await sandbox.call('POST', '/data_connectors', {
    name: 'Find account',
    http_method: 'post',
    headers: [{ name: 'X-Key', value: 'secret' }],
    mock_response: { account: { id: 7, since: '2026-01-01T00:00:00Z', tags: ['new'] } },
  });
  expect(made).toMatchObject({
    status: 201,
    body: {
      state: 'draft',
      headers: [{ name: 'X-Key', value: '****' }],
      response_fields: [
        { path: 'account.id', type: 'integer' },
        { path: 'account.since', type: 'datetime' },
        { path: 'account.tags[0]', type: 'string' },
      ],
    },
  });
  const path = `/data_connectors/${(made.body as { id: string }).id}`;
  expect(await sandbox.call('PATCH', path, { state: 'live' })).toMatchObject({ status: 422 });
  sandbox.pass(60);
  const live = await sandbox.call('PATCH', path, { state: 'live', url: 'https://api.fernhill.example/find' });
  expect(live.body).toMatchObject({ state: 'live', name: 'Find account', http_method: 'post' });
  expect((await sandbox.call('GET', path)).body).toMatchObject({ updated_at: '2026-11-25T12:01:00.000Z' });
  const first = (await sandbox.call('GET', '/data_connectors?per_page=2')).body as Listed<{ name: string }>;
  expect(first.data[0]?.name).toBe('Find account');
  const after = encodeURIComponent(first.pages.next?.starting_after ?? '');
  const rest = (await sandbox.call('GET', `/data_connectors?per_page=2&starting_after=${after}`)).body;
  expect(rest).toMatchObject({ data: [{}, { name: 'Get invoice status' }], pages: { next: null } });
  expect(await sandbox.call('DELETE', path)).toMatchObject({ status: 409, body: { errors: [{ code: 'conflict' }] } });
  await sandbox.call('PATCH', path, { state: 'draft' });
  expect((await sandbox.call('DELETE', path)).body).toMatchObject({ object: 'data_connector', deleted: true });
  expect(sandbox.changes()).toEqual([]);
});

test('a data connector in use keeps its state', async () => {
  const sandbox = testSandbox();
  for (const [method, body] of [
    ['PATCH', { state: 'draft' }],
    ['DELETE', undefined],
  ] as const)
    expect(await sandbox.call(method, '/data_connectors/41201', body)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'data_connector_in_use' }] },
    });
  expect(await sandbox.call('POST', '/data_connectors', { name: '' })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'parameter_not_found' }] },
  });
  expect(sandbox.changes()).toEqual([]);
});

test('executions are those of the last hour, or of what is asked for', async () => {
  const sandbox = testSandbox();
  const list = async (query: string) =>
    (
      (await sandbox.call('GET', `/data_connectors/41201/execution_results?${query}`)).body as Listed<{
        id: string;
        success: boolean;
        request_url: string | null;
      }>
    ).data;
  const recent = await list('');
  expect(recent).toHaveLength(4);
  expect(recent.map(({ request_url }) => request_url)).toEqual([null, null, null, null]);
  expect(await list('start_ts=1&per_page=30')).toHaveLength(12);
  expect(await list(`start_ts=1&end_ts=${now - 3600}`)).toHaveLength(8);
  expect(await list('start_ts=1&success=false')).toMatchObject([
    { success: false },
    { success: false },
    { success: false },
  ]);
  expect(await list('start_ts=1&error_type=faraday_error&include_bodies=true')).toMatchObject([
    { request_url: 'https://api.fernhill.example/v1/invoices/sample-7' },
  ]);
  const { body } = await sandbox.call('GET', `/data_connectors/41201/execution_results/${recent[0]?.id}`);
  expect(body).toMatchObject({ success: true, response_body: expect.stringContaining('INV-2041') });
  const foreign = await sandbox.call('GET', `/data_connectors/41202/execution_results/${recent[0]?.id}`);
  expect(foreign.status).toBe(404);
  sandbox.pass(3600);
  expect(await list('')).toEqual([]);
});

interface Shown {
  readonly data: { view_id: string; id: string; title: string | null }[];
}

test('listing banners counts them as shown, until they are dismissed', async () => {
  const sandbox = testSandbox();
  const path = `/contacts/${cast.contacts.amara}/banners`;
  const shown = (await sandbox.call('GET', path)).body as Shown;
  expect(shown.data.map(({ title }) => title)).toEqual(['Invoices pause on Sunday', null, 'Your yearly review']);
  const again = (await sandbox.call('GET', path)).body as Shown;
  expect(again.data.map(({ view_id }) => view_id)).toEqual(shown.data.map(({ view_id }) => view_id));
  const other = (await sandbox.call('GET', `/contacts/${cast.contacts.sofia}/banners`)).body as Shown;
  expect(other.data.map(({ title }) => title)).not.toContain('Your yearly review');
  const banner = shown.data[0];
  expect(sandbox.changes()).toContainEqual(
    expect.objectContaining({ table: 'banners', id: banner?.id, at: 'impressions', before: 0, after: 3 }),
  );
  const dismiss = `${path}/${banner?.view_id}/dismiss`;
  for (const time of [1, 2]) {
    sandbox.pass(time);
    expect((await sandbox.call('POST', dismiss)).body).toMatchObject({ view_id: banner?.view_id, dismissed: true });
  }
  const left = (await sandbox.call('GET', path)).body as Shown;
  expect(left.data.map(({ id }) => id)).toEqual(shown.data.slice(1).map(({ id }) => id));
  const foreign = `/contacts/${cast.contacts.amara}/banners/${other.data[0]?.view_id}/dismiss`;
  expect((await sandbox.call('POST', foreign)).status).toBe(404);
});
