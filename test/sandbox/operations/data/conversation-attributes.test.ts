import { describe, expect, test } from 'vitest';
import { conversationAttributes } from '../../../../sandbox/model/data.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { answered, dataSandbox, refusal } from './support/fixture.ts';

const { maya } = cast.admins;
const { billing, frontline } = cast.teams;

const now = START / 1000;
const path = '/conversations/attributes';
const topic = `${path}/11`;
const options = [{ label: 'Low' }, { label: 'High' }];

function labels({ workspace }: TestSandbox, id: unknown) {
  return conversationAttributes(workspace)
    .get(id)
    ?.options?.filter(({ archived }) => !archived)
    .map(({ label }) => label);
}

test('attributes are listed with what their types have, the archived ones when asked for', async () => {
  const sandbox = dataSandbox();
  const { data } = await answered(sandbox, 'GET', path);
  expect(data.map(({ data_type }) => data_type)).toEqual([
    ...['list', 'string', 'integer', 'decimal', 'boolean', 'datetime', 'relationship'],
  ]);
  expect(data[0]?.options).toContainEqual(expect.objectContaining({ label: 'Refund', archived: false }));
  expect(data[1]).toMatchObject({ multiline: true });
  expect(data[6]).toMatchObject({ reference: { type: 'many', object_type_id: 'Invoice' } });
  expect((await answered(sandbox, 'GET', `${path}?include_archived=true`)).data).toHaveLength(8);
  expect(await answered(sandbox, 'GET', topic)).toEqual(data[0]);
});

describe('a new attribute', () => {
  test.each([
    [{ data_type: 'string', multiline: true }, { multiline: true }],
    [{ data_type: 'list', options }, { options: [{ label: 'Low' }, { label: 'High' }] }],
    [
      { data_type: 'relationship', reference: { type: 'one', object_type_id: 'Booking' } },
      { reference: { type: 'one' } },
    ],
    [{ data_type: 'integer', visible_to_team_ids: [billing] }, { visible_to_team_ids: [billing] }],
    [{ data_type: 'decimal' }, { required: false, description: '' }],
    [{ data_type: 'boolean', required: true }, { required: true }],
    [{ data_type: 'datetime', description: 'When' }, { description: 'When' }],
    [{ data_type: 'files' }, { archived: false, admin_id: maya }],
  ])('%j is kept', async (body, kept) => {
    const sandbox = dataSandbox();
    const made = await answered(sandbox, 'POST', path, { name: 'Severity', ...body });
    expect(made).toMatchObject({ type: 'conversation_attribute', name: 'Severity', created_at: now, ...kept });
    expect(await answered(sandbox, 'GET', `${path}/${made.id}`)).toEqual(made);
  });

  test.each([
    { name: 'Severity', data_type: 'colour' },
    { name: 'topic', data_type: 'string' },
    { name: ' ', data_type: 'string' },
    { name: 'Severity', data_type: 'list' },
    { name: 'Severity', data_type: 'list', options: [{ label: 'Low' }, { label: 'Low' }] },
    { name: 'Severity', data_type: 'relationship' },
    { name: 'Severity', data_type: 'relationship', reference: { type: 'one', object_type_id: 'Parcel' } },
    { name: 'Severity', data_type: 'string', visible_to_team_ids: ['1'] },
  ])('%j is refused', async (body) => {
    expect(await refusal(dataSandbox(), 'POST', path, body)).toBe('422 parameter_invalid');
  });
});

test('an attribute is changed, but not in its type, and archived', async () => {
  const sandbox = dataSandbox();
  sandbox.pass(60);
  const body = {
    name: 'Cause',
    description: 'Why',
    required: true,
    multiline: false,
    visible_to_team_ids: [frontline],
  };
  expect(await answered(sandbox, 'PUT', `${path}/12`, body)).toMatchObject({
    ...{ ...body, data_type: 'string', updated_at: now + 60 },
  });
  expect(await answered(sandbox, 'PUT', `${path}/12`, { name: 'cause' })).toMatchObject({ ...body, name: 'cause' });
  expect(await answered(sandbox, 'DELETE', `${path}/12`)).toMatchObject({ id: 12, archived: true });
  expect((await answered(sandbox, 'GET', path)).data.map(({ name }) => name)).not.toContain('cause');
  expect(await refusal(sandbox, 'PUT', topic, { name: 'cause' })).toBe('422 parameter_invalid');
});

test('options come, are renamed and archived, while two remain', async () => {
  const sandbox = dataSandbox();
  const made = await answered(sandbox, 'POST', path, { name: 'Severity', data_type: 'list', options });
  const address = `${path}/${made.id}/options`;
  const low = `${address}/${made.options[0]?.id}`;
  expect(await refusal(sandbox, 'DELETE', low)).toBe('422 parameter_invalid');
  const { options: three } = await answered(sandbox, 'POST', address, { label: 'Urgent' });
  expect(three.map(({ label }) => label)).toEqual(['Low', 'High', 'Urgent']);
  expect(three[2]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  await answered(sandbox, 'PUT', low, { label: 'Lowest' });
  expect(labels(sandbox, made.id)).toEqual(['Lowest', 'High', 'Urgent']);
  const { options: left } = await answered(sandbox, 'DELETE', low);
  expect(left.map(({ archived }) => archived)).toEqual([true, false, false]);
  expect(labels(sandbox, made.id)).toEqual(['High', 'Urgent']);
  expect(await refusal(sandbox, 'DELETE', low)).toBe('404 conversation_attribute_not_found');
});

test.each([
  ['GET', `${path}/1`, undefined, '404 conversation_attribute_not_found'],
  ['PUT', `${path}/1`, { name: 'x' }, '404 conversation_attribute_not_found'],
  ['DELETE', `${path}/1`, undefined, '404 conversation_attribute_not_found'],
  ['POST', `${path}/1/options`, { label: 'x' }, '404 conversation_attribute_not_found'],
  ['POST', `${path}/12/options`, { label: 'x' }, '422 parameter_invalid'],
  ['POST', `${topic}/options`, {}, '422 parameter_invalid'],
  ['POST', `${topic}/options`, { label: ' ' }, '422 parameter_invalid'],
  ['POST', `${topic}/options`, { label: 'Refund' }, '422 parameter_invalid'],
  ['POST', `${topic}/options`, { label: 'x', archived: true }, '422 parameter_invalid'],
  ['PUT', `${topic}/options/x`, { label: 'x' }, '404 conversation_attribute_not_found'],
  ['DELETE', `${topic}/options/x`, undefined, '404 conversation_attribute_not_found'],
])('%s %s %j is refused with %s', async (method, address, body, refused) => {
  expect(await refusal(dataSandbox(), method, address, body)).toBe(refused);
});
