import { describe, expect, test } from 'vitest';
import { listTicketTypes } from '../../../generated/intercom/tools/ticket_types.ts';
import { createTicket, getTicket } from '../../../generated/intercom/tools/tickets.ts';
import { createClient } from '../../../intercom/client.ts';
import { cast, createSandbox } from '../../../sandbox/index.ts';
import { START } from '../../sandbox/support/sandbox.ts';
import { shapeResult } from '../../support/shape-answer.ts';

const sandbox = createSandbox({ strict: true, now: () => START });
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', now: () => START, fetch: sandbox.fetch });

describe('ticket types', () => {
  test('show what a ticket needs, and their states once', async () => {
    const output = Object(await client.call(listTicketTypes, {}, { shape: 'model' }));
    expect(output.ticket_states).toContainEqual({ id: cast.ticketStates.submitted, internal_label: 'Submitted' });
    const own = output.result.flatMap((type: { ticket_states?: object[] }) =>
      type.ticket_states ? [type.ticket_states] : [],
    );
    expect(own.length).toBeLessThan(output.result.length - 1);
    for (const states of own) expect(states).not.toEqual(output.ticket_states);
    const attributes = output.result.flatMap(
      (type: { ticket_type_attributes: object[] }) => type.ticket_type_attributes,
    );
    for (const attribute of attributes)
      expect(attribute).toMatchObject({
        name: expect.any(String),
        data_type: expect.any(String),
        required_to_create: expect.any(Boolean),
      });
    const options = attributes.flatMap(
      ({ input_options }: { input_options?: { list_options?: object[] } }) => input_options?.list_options ?? [],
    );
    expect(options).toContainEqual({ id: expect.any(String), label: 'High' });
    // What was read is enough to make one.
    const made = await client.call(
      createTicket,
      {
        ticket_type_id: output.result[0].id,
        contacts: [{ id: cast.contacts.amara }],
        ticket_attributes: { [attributes[0].name]: 'x' },
      },
      { shape: 'model' },
    );
    expect(made).toMatchObject({ id: expect.any(String) });
  });

  test('a thing that is named in fields is its summary, and all of it where that is asked for', async () => {
    const read = async (...fields: string[]) =>
      Object(await client.exchange(getTicket, { ticket_id: cast.tickets.submitted, fields }, { shape: 'model' }))
        .output;
    const { ticket_type: summary } = await read('ticket_type');
    const { ticket_type: whole } = await read('ticket_type.*');
    expect(summary).toMatchObject({ id: expect.any(String), name: expect.any(String) });
    expect(JSON.stringify(summary).length).toBeLessThan(JSON.stringify(whole).length * 0.7);
    expect(whole).toHaveProperty('description');
  });

  test('states that not all have stay where they are', async () => {
    const tool = {
      name: 'list_all_intercom_ticket_types',
      tags: ['ticket_types'],
      access: 'read',
      response: 'json',
      pagination: { style: 'none', items: 'data' },
    } as const;
    const state = (id: string) => ({ type: 'ticket_state', id, internal_label: id });
    const type = (id: string, ...states: string[]) => ({
      type: 'ticket_type',
      id,
      ticket_states: { type: 'list', data: states.map(state) },
    });
    const shaped = Object(
      await shapeResult(tool, {
        result: [type('1', 'a', 'b'), type('2', 'a', 'b'), type('3', 'c')],
        next_cursor: null,
      }),
    );
    expect(shaped.ticket_states).toEqual([
      { id: 'a', internal_label: 'a' },
      { id: 'b', internal_label: 'b' },
    ]);
    expect(shaped.result).toEqual([
      { id: '1' },
      { id: '2' },
      { id: '3', ticket_states: [{ id: 'c', internal_label: 'c' }] },
    ]);
    const alone = Object(await shapeResult(tool, { result: [type('1', 'a'), type('2')], next_cursor: null }));
    expect(alone).not.toHaveProperty('ticket_states');
  });
});

describe('what was asked for by name', () => {
  const get = {
    name: 'get_single_intercom_contact_by_id',
    tags: ['contacts'],
    access: 'read',
    response: 'json',
    fields: true,
  } as const;
  const contact = {
    type: 'contact',
    id: '1',
    phone: null,
    name: '',
    tags: { type: 'list', data: [] },
    location: { city: null, country: 'IE' },
    avatar: null,
  };
  test.each<[string[], object]>([
    [['phone', 'name'], { id: '1', phone: null, name: null }],
    [['tags'], { id: '1', tags: null }],
    [['location.city'], { id: '1', location: { city: null } }],
    [['avatar.image_url'], { id: '1', avatar: null }],
    [['nickname'], { id: '1', absent_fields: ['nickname'] }],
    [['+phone'], { id: '1', location: { country: 'IE' }, phone: null }],
  ])('%j is shown where the answer has it, null where it is empty', async (fields, expected) => {
    expect(await shapeResult(get, contact, { fields })).toEqual(expected);
    const list = { ...get, pagination: { style: 'none', items: 'data' } } as const;
    const { result, absent_fields } = Object(
      await shapeResult(list, { result: [contact], next_cursor: null }, { fields }),
    );
    const { absent_fields: absent, ...item } = Object(expected);
    expect([result[0], absent_fields]).toEqual([item, absent]);
  });
});

test('conversations that were deleted say when, and whether their numbers stay', async () => {
  const tool = {
    name: 'list_all_intercom_conversations_deleted',
    tags: ['conversations'],
    access: 'read',
    response: 'json',
    pagination: { style: 'page', items: 'conversations' },
  } as const;
  const result = [{ type: 'conversation', id: '1', deleted_at: 1_780_000_000, metrics_retained: true }];
  expect(await shapeResult(tool, { result, next_cursor: null })).toEqual({
    result: [{ id: '1', deleted_at: '2026-05-28T20:26:40Z', metrics_retained: true }],
    next_cursor: null,
  });
});

test('a finished export says until when, and has no address that a model cannot use', async () => {
  const tool = {
    name: 'get_single_intercom_export_content_data_by_id',
    tags: ['data_export'],
    access: 'read',
    response: 'json',
    fields: true,
  } as const;
  const job = {
    job_identifier: 'j',
    status: 'completed',
    download_expires_at: '1780000000',
    download_url: 'https://api.intercom.io/download/content/data/j',
  };
  expect(await shapeResult(tool, job)).toEqual({
    job_identifier: 'j',
    status: 'completed',
    download_expires_at: '2026-05-28T20:26:40Z',
  });
});
