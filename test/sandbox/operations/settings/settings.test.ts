import { expect, test } from 'vitest';
import { conversations } from '../../../../sandbox/model/conversations.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, testSandbox } from '../../support/sandbox.ts';

const { ingrid, priya, tomas } = cast.admins;

const now = START / 1000;

test('the token is Maya, in the workspace Fernhill', async () => {
  const { status, body } = await testSandbox().call('GET', '/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: cast.admins.maya, name: 'Maya Okafor', email: 'maya@fernhill.example' });
  expect(body).toMatchObject({ app: { id_code: 'fernhill', timezone: 'Europe/Dublin' } });
});

test('admins are listed with avatars only where they are asked for', async () => {
  const sandbox = testSandbox();
  const { body } = await sandbox.call('GET', '/admins');
  const { admins } = body as { admins: { id: string; name: string; avatar: string | null; email: string }[] };
  expect(admins.map(({ name }) => name).slice(0, 6)).toEqual([
    'Maya Okafor',
    'Tomás Reyes',
    'Ingrid Sørensen',
    'Daniel Cho',
    'Priya Nair',
    'Luca Moretti',
  ]);
  expect(admins).toHaveLength(8);
  expect(admins.every(({ avatar }) => avatar === null)).toBe(true);
  expect(admins.every(({ email }) => /^[a-z]+@fernhill\.example$/.test(email))).toBe(true);
  const shown = await sandbox.call('GET', '/admins?display_avatar=true');
  const [maya] = (shown.body as { admins: unknown[] }).admins;
  expect(maya).toMatchObject({ avatar: 'https://static.fernhill.example/avatars/maya.png' });
});

test('an admin belongs to the teams that have them as a member', async () => {
  const sandbox = testSandbox();
  expect((await sandbox.call('GET', '/teams')).body).toMatchObject({
    type: 'team.list',
    teams: Object.values(cast.teams).map((id) => ({ id })),
  });
  const { body } = await sandbox.call('GET', `/teams/${cast.teams.billing}`);
  expect(body).toMatchObject({ name: 'Billing', admin_ids: [Number(ingrid), Number(priya)], assignment_limit: 20 });
  expect((await sandbox.call('GET', `/admins/${ingrid}`)).body).toMatchObject({
    team_ids: [Number(cast.teams.billing)],
  });
});

test.each([
  ['GET', '/admins/1', 'admin_not_found'],
  ['GET', '/teams/1', 'team_not_found'],
  ['GET', '/teams/1/metrics', 'team_not_found'],
  ['GET', '/brands/99', 'not_found'],
  ['GET', '/emails/99', 'not_found'],
  ['GET', '/audiences/99', 'not_found'],
  ['DELETE', '/audiences/99', 'not_found'],
  ['GET', '/contacts/nobody/banners', 'not_found'],
  ['POST', '/contacts/nobody/banners/1/dismiss', 'not_found'],
  ['GET', '/office_hours_schedules/99', 'not_found'],
  ['GET', '/office_hours_schedules/99/office_hours_exceptions', 'not_found'],
  ['GET', '/office_hours_schedules/601/office_hours_exceptions/99', 'not_found'],
  ['GET', '/data_connectors/99', 'data_connector_not_found'],
  ['GET', '/data_connectors/99/execution_results', 'data_connector_not_found'],
  ['GET', '/data_connectors/41201/execution_results/1', 'execution_result_not_found'],
  ['GET', '/messages/whatsapp/status?message_id=wamid.none', 'whatsapp_message_not_found'],
])('%s %s is not there', async (method, path, code) => {
  const { status, body } = await testSandbox().call(method, path);
  expect([status, body]).toMatchObject([404, { type: 'error.list', errors: [{ code }] }]);
});

test('setting an admin away changes the admin and writes the audit log', async () => {
  const sandbox = testSandbox();
  const away = { away_mode_enabled: true, away_mode_reassign: true, away_status_reason_id: 2301 };
  const { status, body } = await sandbox.call('PUT', `/admins/${tomas}/away`, away);
  expect([status, body]).toMatchObject([200, { id: tomas, ...away }]);
  const changed = sandbox.changes().filter(({ table }) => table === 'admins');
  expect(changed.map(({ id, at }) => `${id} ${at}`).sort()).toEqual([
    `${tomas} away_mode_enabled`,
    `${tomas} away_mode_reassign`,
    `${tomas} away_status_reason_id`,
  ]);
  sandbox.pass(10);
  const logs = await sandbox.call('GET', `/admins/activity_logs?created_at_after=${now - 1}`);
  expect(logs.body).toMatchObject({
    activity_logs: [
      {
        activity_type: 'admin_away_mode_change',
        performed_by: { id: cast.admins.maya },
        metadata: { away_mode: true, away_status_reason: 'Lunch', reassign_conversations: true },
      },
    ],
  });
  const back = { away_mode_enabled: false, away_mode_reassign: false };
  const { body: active } = await sandbox.call('PUT', `/admins/${tomas}/away`, back);
  expect(active).toMatchObject({ ...back, away_status_reason_id: null });
});

test.each([
  [tomas, 9999, 400, 'parameter_invalid'],
  [tomas, 2306, 400, 'parameter_invalid'],
  ['1', 2301, 404, 'admin_not_found'],
])('admin %s does not go away for reason %i', async (id, away_status_reason_id, status, code) => {
  const sandbox = testSandbox();
  const asked = { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id };
  const answer = await sandbox.call('PUT', `/admins/${id}/away`, asked);
  expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
  expect(sandbox.changes()).toEqual([]);
});

test('away reasons tell which were deleted', async () => {
  const { body } = await testSandbox().call('GET', '/away_status_reasons');
  const { data } = body as { data: { label: string; deleted: boolean }[] };
  expect(data).toHaveLength(6);
  expect(data.filter(({ deleted }) => deleted).map(({ label }) => label)).toEqual(['Training']);
});

interface Logs {
  readonly activity_logs: { id: string; activity_type: string; created_at: number }[];
  readonly pages: { total_pages: number };
}

test('the audit log is paged, newest first, and only of the time asked for', async () => {
  const sandbox = testSandbox();
  const first = (await sandbox.call('GET', '/admins/activity_logs?created_at_after=1')).body as Logs;
  const second = (await sandbox.call('GET', '/admins/activity_logs?created_at_after=1&page=2')).body as Logs;
  expect(first.pages.total_pages).toBe(2);
  const all = [...first.activity_logs, ...second.activity_logs];
  expect(new Set(all.map(({ id }) => id)).size).toBe(40);
  const times = all.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const [newest = 0, , third = 0] = times;
  const range = `created_at_after=${third}&created_at_before=${newest}`;
  const between = (await sandbox.call('GET', `/admins/activity_logs?${range}`)).body as Logs;
  expect(between.activity_logs.map(({ created_at }) => created_at)).toEqual([times[1]]);
  expect(await sandbox.call('GET', '/admins/activity_logs?created_at_after=2026-01-01')).toMatchObject({ status: 400 });
});

test('the audit log is searched by kind of event', async () => {
  const sandbox = testSandbox();
  const { body: types } = await sandbox.call('GET', '/admins/activity_log_event_types');
  expect((types as { event_types: string[] }).event_types).toContain('macro_creation');
  const asked = { created_at_after: 1, event_types: ['macro_creation', 'bulk_export'], per_page: 100 };
  const { body } = await sandbox.call('POST', '/admins/activity_logs/search', asked);
  const found = new Set((body as Logs).activity_logs.map(({ activity_type }) => activity_type));
  expect([...found].sort()).toEqual(['bulk_export', 'macro_creation']);
});

test('team metrics count the conversations of each member', async () => {
  const sandbox = testSandbox();
  const metrics = async (idle = 1800) => {
    const { body } = await sandbox.call('GET', `/teams/${cast.teams.billing}/metrics?idle_threshold=${idle}`);
    return (body as { data: { admin_id: string; open: number; snoozed: number; idle: number }[] }).data;
  };
  const [before, other] = await metrics();
  expect([before?.admin_id, other?.admin_id]).toEqual([cast.admins.ingrid, cast.admins.priya]);
  const sent = await sandbox.call('POST', '/messages', {
    message_type: 'in_app',
    body: 'Your refund is on its way',
    from: { type: 'admin', id: Number(cast.admins.ingrid) },
    to: { type: 'user', id: cast.contacts.sofia },
    create_conversation_without_contact_reply: true,
  });
  const { open = 0, snoozed = 0 } = before ?? {};
  expect((await metrics())[0]).toMatchObject({ open: open + 1, snoozed });
  sandbox.pass(100);
  const [early, late] = [(await metrics(99))[0]?.idle ?? 0, (await metrics(101))[0]?.idle];
  expect(late).toBe(early - 1);
  const row = conversations(sandbox.workspace).get((sent.body as { conversation_id: string }).conversation_id);
  if (row) row.state = 'snoozed';
  expect(await metrics()).toMatchObject([{ open, snoozed: snoozed + 1 }, { open: other?.open }]);
});

test('brands and sender addresses belong together', async () => {
  const sandbox = testSandbox();
  expect((await sandbox.call('GET', '/brands')).body).toMatchObject({ data: [{ is_default: true }, { id: '2' }] });
  const { body: brand } = await sandbox.call('GET', '/brands/2');
  const { default_address_settings_id } = brand as { default_address_settings_id: string };
  const { body } = await sandbox.call('GET', `/emails/${default_address_settings_id}`);
  expect(body).toMatchObject({ email: 'hello@fernhill-studio.example', brand_id: '2', verified: false });
  expect((await sandbox.call('GET', '/emails')).body).toMatchObject({ data: [{}, {}, {}] });
});

test('an allowlist that would lock the caller out is refused', async () => {
  const sandbox = testSandbox();
  for (const body of [{ enabled: true }, { ip_allowlist: ['10.0.0.0/64'] }, { ip_allowlist: ['nowhere'] }])
    expect(await sandbox.call('PUT', '/ip_allowlist', body)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'parameter_invalid' }] },
    });
  expect(sandbox.changes()).toEqual([]);
  const allowed = { enabled: true, ip_allowlist: ['127.0.0.0/8', '2001:db8::/32'] };
  expect(await sandbox.call('PUT', '/ip_allowlist', allowed)).toMatchObject({ status: 200, body: allowed });
  expect((await sandbox.call('GET', '/ip_allowlist')).body).toEqual({ type: 'ip_allowlist', ...allowed });
  expect(sandbox.changes().filter(({ table }) => table === 'activities')).toMatchObject([
    { after: { activity_type: 'security_settings_change' } },
  ]);
});
