import { expect, test } from 'vitest';
import { customObjectInstances } from '../../../../sandbox/model/data.ts';
import { contacts } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { rosa } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { answered, dataSandbox, refusal } from './support/fixture.ts';

const now = START / 1000;
const path = '/custom_object_instances/Booking';

function save(sandbox: TestSandbox, external_id: string, more: object = {}) {
  return answered(sandbox, 'POST', path, { external_id, ...more });
}

test('an instance is made, changed under its external id, read and deleted', async () => {
  const sandbox = dataSandbox();
  const before = customObjectInstances(sandbox.workspace).size;
  const made = await save(sandbox, 'BK-1', {
    external_created_at: now - 5,
    custom_attributes: { minutes: 30, paid: false },
  });
  expect(made).toMatchObject({
    ...{ type: 'Booking', external_id: 'BK-1', external_created_at: now - 5, external_updated_at: null },
    ...{ custom_attributes: { minutes: 30, paid: false }, created_at: now, updated_at: now },
  });
  sandbox.pass(30);
  const changed = await save(sandbox, 'BK-1', { custom_attributes: { paid: true } });
  expect(changed).toEqual({ ...made, custom_attributes: { minutes: 30, paid: true }, updated_at: now + 30 });
  expect(await answered(sandbox, 'GET', `${path}/${made.id}`)).toEqual(changed);
  expect(await answered(sandbox, 'GET', `${path}?external_id=BK-1`)).toMatchObject({ id: made.id, type: 'Booking' });
  expect(customObjectInstances(sandbox.workspace).size).toBe(before + 1);
  expect(await answered(sandbox, 'DELETE', `${path}/${made.id}`)).toEqual({
    ...{ object: 'Booking', id: made.id, deleted: true },
  });
  expect(customObjectInstances(sandbox.workspace).has(made.id)).toBe(false);
  const other = await save(sandbox, 'BK-2');
  expect(await answered(sandbox, 'DELETE', `${path}?external_id=BK-2`)).toMatchObject({ id: other.id, deleted: true });
  expect(customObjectInstances(sandbox.workspace).size).toBe(before);
});

test('the same external id of another type is another instance', async () => {
  const sandbox = dataSandbox();
  const booking = await save(sandbox, 'X-1');
  const invoice = await answered(sandbox, 'POST', '/custom_object_instances/Invoice', { external_id: 'X-1' });
  expect(invoice.id).not.toBe(booking.id);
  expect(await refusal(sandbox, 'GET', `/custom_object_instances/Invoice/${booking.id}`)).toBe('404 not_found');
});

test('a list is paged newest first and narrowed to a contact or a conversation', async () => {
  const sandbox = dataSandbox();
  for (const index of [1, 2, 3])
    await save(sandbox, `BK-${index}`, { custom_attributes: { contact_id: rosa.id, conversation_id: index } });
  const list = `${path}?references_contact_id=${rosa.id}`;
  const first = await answered(sandbox, 'GET', `${list}&per_page=2`);
  expect(first.total_count).toBe(3);
  expect(first.data.map(({ external_id }) => external_id)).toEqual(['BK-3', 'BK-2']);
  const next = String(first.pages.next);
  expect(next).toMatch(/^http:\/\/sandbox\.test\/custom_object_instances\/Booking\?/);
  const second = await answered(sandbox, 'GET', next.replace('http://sandbox.test', ''));
  expect(second.data.map(({ external_id }) => external_id)).toEqual(['BK-1']);
  expect(second.pages.next ?? null).toBeNull();
  const { data } = await answered(sandbox, 'GET', `${path}?references_conversation_id=2`);
  expect(data.map(({ external_id }) => external_id)).toEqual(['BK-2']);
});

test('the sample bookings and invoices belong to contacts that are there', async () => {
  const sandbox = dataSandbox();
  for (const type of ['Booking', 'Invoice'])
    expect((await answered(sandbox, 'GET', `/custom_object_instances/${type}`)).total_count).toBe(15);
  for (const { custom_attributes } of customObjectInstances(sandbox.workspace).all())
    expect(contacts(sandbox.workspace).has(custom_attributes.contact_id)).toBe(true);
  const about = `/custom_object_instances/Invoice?references_conversation_id=${cast.conversations.refund}`;
  expect((await answered(sandbox, 'GET', about)).data).toMatchObject([
    { custom_attributes: { contact_id: cast.contacts.sofia } },
  ]);
});

test.each([
  ['GET', '/custom_object_instances/Parcel', undefined, '404 not_found'],
  ['POST', '/custom_object_instances/Parcel', { external_id: '1' }, '404 not_found'],
  ['POST', path, { external_id: '' }, '400 parameter_invalid'],
  ['GET', `${path}?external_id=none`, undefined, '404 not_found'],
  ['GET', `${path}/1`, undefined, '404 not_found'],
  ['DELETE', `${path}/1`, undefined, '404 not_found'],
  ['DELETE', `${path}?external_id=none`, undefined, '404 not_found'],
  ['DELETE', path, undefined, '400 parameter_not_found'],
])('%s %s %j is refused with %s', async (method, address, body, refused) => {
  expect(await refusal(dataSandbox(), method, address, body)).toBe(refused);
});
