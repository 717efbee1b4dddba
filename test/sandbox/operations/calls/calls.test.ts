import { describe, expect, test } from 'vitest';
import { finVoiceCalls, type PhoneCall, phoneCalls, phoneRedirects } from '../../../../sandbox/model/calls.ts';
import { contacts } from '../../../../sandbox/model/people.ts';
import { nora, rosa } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';

const NOW = START / 1000;

/** A sandbox with one call more, the newest. */
function withCall(more: Partial<PhoneCall> = {}): TestSandbox {
  const sandbox = ticketSandbox();
  phoneCalls(sandbox.workspace).put({
    id: '7',
    conversation_id: '77000001',
    admin_id: nora.id,
    contact_id: rosa.id,
    state: 'completed',
    call_type: 'phone',
    direction: 'inbound',
    ended_reason: 'completed',
    phone: rosa.phone,
    initiated_at: NOW - 90,
    answered_at: NOW - 80,
    ended_at: NOW - 20,
    created_at: NOW - 10,
    updated_at: NOW - 10,
    is_recorded: true,
    transcript: [
      { at: 3, speaker: nora.name, text: 'Hello?' },
      { at: 3675, speaker: rosa.name, text: 'Still there.' },
    ],
    ...more,
  });
  return sandbox;
}

describe('calls', () => {
  test('lists them by page, the newest first', async () => {
    const sandbox = withCall();
    const all = phoneCalls(sandbox.workspace).size;
    const { body } = await sandbox.call('GET', '/calls?per_page=4&page=1');
    expect(body).toMatchObject({
      total_count: all,
      pages: { page: 1, total_pages: Math.ceil(all / 4) },
      data: [
        {
          id: '7',
          type: 'call',
          conversation_id: '77000001',
          recording_url: 'http://sandbox.test/calls/7/recording',
          transcription_url: 'http://sandbox.test/calls/7/transcript',
        },
        {},
        {},
        {},
      ],
    });
    const last = (await sandbox.call('GET', `/calls?per_page=4&page=${Math.ceil(all / 4)}`)).body;
    const left = Array.from({ length: all % 4 || 4 }, () => ({ type: 'call' }));
    expect(last).toMatchObject({ data: left });
    const missed = phoneCalls(sandbox.workspace).find(({ state }) => state === 'missed');
    const { body: one } = await sandbox.call('GET', `/calls/${missed?.id}`);
    expect(one).toMatchObject({ state: 'missed', recording_url: null, admin_id: null });
    expect(one).not.toHaveProperty('answered_at');
    expect(await sandbox.call('GET', '/calls/1')).toMatchObject({ status: 404 });
  });

  test('leads to the recording for a while', async () => {
    const { status, headers } = await withCall().call('GET', '/calls/7/recording');
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(
      `https://recordings.fernhill.example/calls/7.mp3?expires=${NOW + 600}&signature=sandbox`,
    );
    expect((await withCall({ is_recorded: false }).call('GET', '/calls/7/recording')).status).toBe(404);
  });

  test('answers the transcript as a text file', async () => {
    const { status, headers, body } = await withCall().call('GET', '/calls/7/transcript');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(headers.get('content-disposition')).toBe('attachment; filename=transcription_data-2026-11-25.txt');
    expect(body).toBe(`[00:00:03] ${nora.name}: "Hello?"\n[01:01:15] ${rosa.name}: "Still there."`);
    expect((await withCall({ transcript: [] }).call('GET', '/calls/7/transcript')).status).toBe(404);
  });

  test('finds those of conversations with their transcripts, of 20 at most', async () => {
    const sandbox = withCall();
    const search = (conversation_ids: string[]) => sandbox.call('POST', '/calls/search', { conversation_ids });
    expect((await search(['77000001', '77000002'])).body).toMatchObject({
      data: [{ id: '7', transcript_status: 'completed', transcript: [{ text: 'Hello?' }, { text: 'Still there.' }] }],
    });
    expect((await search(['77000002'])).body).toMatchObject({ data: [] });
    const twenty = Array.from({ length: 20 }, (_none, index) => String(index));
    expect((await search(twenty)).status).toBe(200);
    expect((await search([...twenty, '20'])).status).toBe(400);
    expect((await search([])).status).toBe(400);
  });
});

describe('Fin Voice', () => {
  const register = { phone_number: '+353155599001', call_id: 'ext 1', source: 'five9' };

  test('registers a call once, matched with the latest of its number', async () => {
    const sandbox = withCall();
    const { body } = await sandbox.call('POST', '/fin_voice/register', register);
    expect(body).toMatchObject({
      external_call_id: 'ext 1',
      status: 'registered',
      intercom_call_id: '7',
      intercom_conversation_id: '77000001',
    });
    const { id } = body as { id: number };
    expect(finVoiceCalls(sandbox.workspace).get(id)).toMatchObject({ source: 'five9', created_at: NOW });
    expect(await sandbox.call('POST', '/fin_voice/register', register)).toMatchObject({ status: 409 });
    for (const path of [`collect/${id}`, 'external_id/ext%201', `phone_number/${encodeURIComponent(rosa.phone)}`])
      expect([path, (await sandbox.call('GET', `/fin_voice/${path}`)).body]).toEqual([path, body]);
    expect((await sandbox.call('GET', '/fin_voice/conversation/77000001')).body).toEqual([body]);
  });

  test('does not find by number what has no call, and nothing unknown', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('POST', '/fin_voice/register', { ...register, phone_number: '+353155500000' });
    expect(body).toMatchObject({ intercom_call_id: null });
    for (const path of ['phone_number/%2B353155500000', 'collect/1', 'external_id/none'])
      expect([path, (await sandbox.call('GET', `/fin_voice/${path}`)).status]).toEqual([path, 404]);
    expect((await sandbox.call('GET', '/fin_voice/conversation/1')).body).toEqual([]);
    expect((await sandbox.call('POST', '/fin_voice/register', { call_id: 'x' })).status).toBe(400);
  });
});

describe('POST /phone_call_redirects', () => {
  test('saves attributes on the contact of the number, or on a new lead', async () => {
    const sandbox = ticketSandbox();
    const redirect = (phone: string) =>
      sandbox.call('POST', '/phone_call_redirects', { phone, custom_attributes: { topic: 'billing' } });
    expect((await redirect('+353155599001')).body).toEqual({ type: 'phone_call_redirect', phone: rosa.phone });
    expect(contacts(sandbox.workspace).get(rosa.id)?.custom_attributes).toEqual({ topic: 'billing' });
    await redirect('+353155500000');
    const last = phoneRedirects(sandbox.workspace).all().at(-1);
    expect(contacts(sandbox.workspace).get(last?.contact_id)).toMatchObject({
      role: 'lead',
      phone: '+353155500000',
      custom_attributes: { topic: 'billing' },
    });
    const before = sandbox.snapshot();
    expect(await redirect('12')).toMatchObject({ status: 400, body: { error_key: 'invalid_phone_number' } });
    expect(sandbox.snapshot()).toEqual(before);
  });
});
