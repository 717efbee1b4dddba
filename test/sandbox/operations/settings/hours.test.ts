import { expect, test } from 'vitest';
import { testSandbox } from '../../support/sandbox.ts';

test('office hours are made, changed and deleted with their exceptions', async () => {
  const sandbox = testSandbox();
  expect((await sandbox.call('GET', '/office_hours_schedules')).body).toMatchObject({
    data: [{ name: 'Weekdays', twenty_four_seven: false }, { name: 'Urgent line' }],
  });
  const week = [{ start_minute: 0, end_minute: 10_080 }];
  const asked = { name: 'Always', time_zone_name: 'Europe/Dublin', time_intervals: week };
  const made = await sandbox.call('POST', '/office_hours_schedules', asked);
  expect(made).toMatchObject({ status: 201, body: { name: 'Always', twenty_four_seven: true } });
  const path = `/office_hours_schedules/${(made.body as { id: string }).id}`;
  const day = [{ start_minute: 1440, end_minute: 1500 }];
  const changed = await sandbox.call('PUT', path, { time_intervals: day });
  expect(changed.body).toMatchObject({ name: 'Always', twenty_four_seven: false });
  expect((await sandbox.call('GET', path)).body).toMatchObject({ time_intervals: [{ ...day[0], day_of_week: 1 }] });
  const exceptions = `${path}/office_hours_exceptions`;
  const hours = { exception_date: '2026-12-24', exception_type: 'custom_hours' };
  const half = await sandbox.call('POST', exceptions, {
    ...hours,
    time_intervals: [{ start_minute: 540, end_minute: 720 }],
  });
  expect(half).toMatchObject({ status: 201, body: { exception_date: '2026-12-24', recurring_annually: false } });
  const one = `${exceptions}/${(half.body as { id: string }).id}`;
  expect(await sandbox.call('POST', exceptions, { ...hours, exception_type: 'closed' })).toMatchObject({ status: 422 });
  expect((await sandbox.call('PUT', one, { exception_type: 'closed' })).body).toMatchObject({ time_intervals: null });
  expect((await sandbox.call('GET', one)).body).toMatchObject({ exception_type: 'closed' });
  expect((await sandbox.call('GET', exceptions)).body).toMatchObject({ data: [{ exception_type: 'closed' }] });
  expect((await sandbox.call('DELETE', one)).body).toMatchObject({ object: 'office_hours_exception', deleted: true });
  await sandbox.call('POST', exceptions, { exception_date: '2026-12-31', exception_type: 'closed' });
  expect((await sandbox.call('DELETE', path)).body).toMatchObject({ object: 'office_hours_schedule', deleted: true });
  expect(sandbox.changes().filter(({ table }) => table.startsWith('office_hours'))).toEqual([]);
  expect(sandbox.changes().map(({ table }) => table)).toEqual(['activities', 'activities', 'activities']);
});

const schedule = { name: 'A', time_zone_name: 'Europe/Dublin', time_intervals: [{ start_minute: 0, end_minute: 60 }] };

test.each([
  [{ ...schedule, time_zone_name: 'Mars/Olympus' }],
  [{ ...schedule, name: ' ' }],
  [{ ...schedule, time_intervals: [{ start_minute: 60, end_minute: 60 }] }],
  [{ ...schedule, time_intervals: [{ start_minute: 0, end_minute: 10_095 }] }],
  [{ ...schedule, time_intervals: [{ start_minute: 1, end_minute: 60 }] }],
  [
    {
      ...schedule,
      time_intervals: [
        { start_minute: 30, end_minute: 90 },
        { start_minute: 0, end_minute: 60 },
      ],
    },
  ],
])('no such office hours: %j', async (body) => {
  const sandbox = testSandbox();
  const answer = await sandbox.call('POST', '/office_hours_schedules', body);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'data_invalid' }] } });
  expect(sandbox.changes()).toEqual([]);
});

test.each([
  [{ exception_date: '2026-02-30', exception_type: 'closed' }],
  [{ exception_date: '2026-03-01', exception_type: 'custom_hours' }],
  [{ exception_date: '2026-03-01', exception_type: 'closed', time_intervals: [{ start_minute: 0, end_minute: 60 }] }],
  [
    {
      exception_date: '2026-03-01',
      exception_type: 'custom_hours',
      time_intervals: [{ start_minute: 0, end_minute: 1455 }],
    },
  ],
])('no such exception: %j', async (body) => {
  const answer = await testSandbox().call('POST', '/office_hours_schedules/601/office_hours_exceptions', body);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'data_invalid' }] } });
});
