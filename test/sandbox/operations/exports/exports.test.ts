import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { workflows } from '../../../../sandbox/model/exports.ts';
import { contacts } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { rosa } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';

const NOW = START / 1000;
const DAY = 86_400;

async function download(sandbox: TestSandbox, path: string): Promise<string[]> {
  const response = await sandbox.fetch(
    new Request(`http://sandbox.test${path}`, {
      headers: { authorization: 'Bearer sandbox', accept: 'application/octet-stream' },
    }),
  );
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  return gunzipSync(new Uint8Array(await response.arrayBuffer()))
    .toString()
    .trimEnd()
    .split('\r\n');
}

describe('message data export', () => {
  const path = '/export/content/data';
  const start = async (sandbox: TestSandbox, from = NOW - 900, until = NOW): Promise<string> => {
    const { body } = await sandbox.call('POST', path, { created_at_after: from, created_at_before: until });
    return (body as { job_identifier: string }).job_identifier;
  };

  test('goes from pending to completed, and the file holds who was written to', async () => {
    const sandbox = ticketSandbox();
    const contact = contacts(sandbox.workspace).get(rosa.id);
    Object.assign(contact ?? {}, { name: 'Rosa "R", Lima', last_contacted_at: NOW - 100, last_replied_at: NOW - 50 });
    const id = await start(sandbox);
    const status = async () => (await sandbox.call('GET', `${path}/${id}`)).body;
    expect(await status()).toMatchObject({ job_identifier: id, status: 'pending', download_url: '' });
    sandbox.pass(2);
    expect(await status()).toMatchObject({ status: 'in_progress' });
    expect((await sandbox.call('GET', `/download/content/data/${id}`)).status).toBe(404);
    sandbox.pass(3);
    expect(await status()).toEqual({
      job_identifier: id,
      status: 'completed',
      download_url: `http://sandbox.test/download/content/data/${id}`,
      download_expires_at: String(NOW + 5 + 2 * DAY),
    });
    const [header, ...lines] = await download(sandbox, `/download/content/data/${id}`);
    expect(header?.split(',').slice(0, 4)).toEqual(['receipt_id', 'user_id', 'user_external_id', 'email']);
    const own = lines.find((line) => line.includes(rosa.id));
    expect(own).toContain(`${rosa.external_id},${rosa.email},"Rosa ""R"", Lima"`);
    expect(own).toContain(`${NOW - 100},,,${NOW - 50},,`);
    sandbox.pass(2 * DAY);
    expect((await sandbox.call('GET', `/download/content/data/${id}`)).status).toBe(404);
  });

  test('runs one at a time, and a canceled one makes place', async () => {
    const sandbox = ticketSandbox();
    const id = await start(sandbox);
    const again = () => sandbox.call('POST', path, { created_at_after: 1, created_at_before: 2 });
    expect(await again()).toMatchObject({ status: 429, body: { errors: [{ code: 'rate_limit_exceeded' }] } });
    expect((await sandbox.call('POST', `/export/cancel/${id}`)).body).toMatchObject({ status: 'canceled' });
    const { body } = await again();
    sandbox.pass(9);
    expect((await sandbox.call('GET', `${path}/${id}`)).body).toMatchObject({ status: 'canceled' });
    const { job_identifier: empty } = body as { job_identifier: string };
    expect((await sandbox.call('GET', `${path}/${empty}`)).body).toMatchObject({ status: 'no_data', download_url: '' });
    expect((await sandbox.call('POST', `/export/cancel/${empty}`)).body).toMatchObject({ status: 'no_data' });
  });

  test('refuses a period that ends before it begins, and unknown jobs', async () => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    const wrong = { created_at_after: NOW, created_at_before: NOW - 1 };
    expect((await sandbox.call('POST', path, wrong)).status).toBe(400);
    expect((await sandbox.call('GET', `${path}/x`)).status).toBe(404);
    expect((await sandbox.call('POST', '/export/cancel/x')).status).toBe(404);
    expect((await sandbox.call('GET', '/download/content/data/x')).status).toBe(404);
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('reporting data export', () => {
  const enqueue = (sandbox: TestSandbox, more: object = {}) =>
    sandbox.call('POST', '/export/reporting_data/enqueue', {
      dataset_id: 'ticket',
      attribute_ids: ['ticket.title', 'ticket.ticket_id'],
      start_time: NOW - 60,
      end_time: NOW,
      ...more,
    });
  const query = 'app_id=fernhill&client_id=c1';

  test('holds the chosen attributes of the chosen period', async () => {
    const sandbox = ticketSandbox();
    await sandbox.call('POST', '/tickets', {
      ticket_type_id: '2101',
      contacts: [{ id: rosa.id }],
      ticket_attributes: { _default_title_: 'Late, again' },
    });
    const made = tickets(sandbox.workspace).all().at(-1)?.id;
    const { job_identifier: id } = (await enqueue(sandbox)).body as { job_identifier: string };
    const status = async () => (await sandbox.call('GET', `/export/reporting_data/${id}?${query}`)).body;
    expect(await status()).toMatchObject({ status: 'pending', download_url: '' });
    sandbox.pass(5);
    expect(await status()).toMatchObject({ status: 'complete', download_expires_at: String(NOW + 5 + 2 * DAY) });
    expect(await download(sandbox, `/download/reporting_data/${id}?app_id=fernhill`)).toEqual([
      'Ticket title,Ticket ID',
      `"Late, again",${made}`,
    ]);
    const path = `/export/reporting_data/${id}?app_id=other&client_id=c1`;
    expect(await sandbox.call('GET', path)).toMatchObject({ status: 404, body: { errors: [{ code: 'not_found' }] } });
  });

  test('can be asked for every attribute that it lists', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('GET', '/export/reporting_data/get_datasets');
    const { data } = body as { data: { id: string; attributes: { qualified_id: string; name: string }[] }[] };
    expect(data.map(({ id }) => id)).toEqual(['conversation', 'ticket', 'call']);
    for (const { id: dataset_id, attributes } of data) {
      const attribute_ids = attributes.map(({ qualified_id }) => qualified_id);
      const job = (await enqueue(sandbox, { dataset_id, attribute_ids, start_time: 0 })).body as {
        job_identifier: string;
      };
      sandbox.pass(5);
      const lines = await download(sandbox, `/download/reporting_data/${job.job_identifier}?app_id=fernhill`);
      expect(lines[0]).toBe(attributes.map(({ name }) => name).join(','));
      expect(lines.length).toBeGreaterThan(1);
    }
  });

  test('runs five at most', async () => {
    const sandbox = ticketSandbox();
    for (let count = 0; count < 5; count++) expect((await enqueue(sandbox)).status).toBe(200);
    expect(await enqueue(sandbox)).toMatchObject({ status: 429, body: { errors: [{ code: 'rate_limit_exceeded' }] } });
    sandbox.pass(5);
    expect((await enqueue(sandbox)).status).toBe(200);
  });

  test.each([
    { dataset_id: 'imaginary' },
    { attribute_ids: [] },
    { attribute_ids: ['ticket.mood'] },
    { attribute_ids: ['title'] },
    { start_time: NOW + 1 },
  ])('refuses %j', async (wrong) => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    expect(await enqueue(sandbox, wrong)).toMatchObject({ status: 400, body: { errors: [{ code: 'bad_request' }] } });
    const missing = await sandbox.call('GET', '/download/reporting_data/x?app_id=fernhill');
    expect(missing).toMatchObject({ status: 404, body: { errors: [{ code: 'not_found' }] } });
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('GET /export/workflows/{id}', () => {
  test('answers the whole definition, and no other', async () => {
    const sandbox = ticketSandbox();
    const [workflow] = workflows(sandbox.workspace).all();
    expect((await sandbox.call('GET', `/export/workflows/${workflow?.id}`)).body).toMatchObject({
      export_version: '1.0',
      exported_at: '2026-11-25T12:00:00Z',
      workflow: { id: workflow?.id, title: workflow?.title, state: 'live', snapshot: workflow?.snapshot },
    });
    expect(await sandbox.call('GET', '/export/workflows/1')).toMatchObject({ status: 404 });
  });
});
