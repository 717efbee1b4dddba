import { describe, expect, test } from 'vitest';
import { dataAttributes } from '../../../../sandbox/model/data.ts';
import { segments } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START } from '../../support/sandbox.ts';
import { answered, dataSandbox, refusal } from './support/fixture.ts';

const { maya } = cast.admins;

const now = START / 1000;
function named(sandbox: ReturnType<typeof dataSandbox>, name: string) {
  const found = dataAttributes(sandbox.workspace).find((row) => row.name === name);
  if (found === undefined) throw new Error(`no attribute ${name}`);
  return found;
}

describe('the list', () => {
  test('holds what is not archived, of one model or of both', async () => {
    const sandbox = dataSandbox();
    const { data: all } = await answered(sandbox, 'GET', '/data_attributes');
    const { data: people } = await answered(sandbox, 'GET', '/data_attributes?model=contact');
    const { data: firms } = await answered(sandbox, 'GET', '/data_attributes?model=company');
    const { data: withArchived } = await answered(sandbox, 'GET', '/data_attributes?include_archived=true');
    expect(people.length + firms.length).toBe(all.length);
    expect(withArchived.length).toBe(all.length + 1);
    expect(people).toContainEqual(expect.objectContaining({ name: 'subscription_tier', data_type: 'string' }));
    expect(people.find(({ name }) => name === 'subscription_tier')?.options).toEqual([
      'Free',
      'Pro',
      'Team',
      'Enterprise',
    ]);
    expect(firms).toContainEqual(
      expect.objectContaining({ full_name: 'plan.name', name: 'name', custom: false, model: 'company' }),
    );
    expect(await refusal(sandbox, 'GET', '/data_attributes?model=conversation')).toBe('422 parameter_invalid');
  });
});

describe('a new one', () => {
  test('is listed from then on', async () => {
    const sandbox = dataSandbox();
    const body = { name: 'Shop € volume', model: 'company', data_type: 'float', description: 'A day' };
    const made = await answered(sandbox, 'POST', '/data_attributes', body);
    expect(made).toMatchObject({
      ...{ type: 'data_attribute', name: body.name, label: body.name, full_name: `custom_attributes.${body.name}` },
      ...{ data_type: 'float', custom: true, archived: false, api_writable: true, messenger_writable: false },
      ...{ model: 'company', description: 'A day', admin_id: maya, created_at: now, updated_at: now },
    });
    expect(made).not.toHaveProperty('options');
    const { data } = await answered(sandbox, 'GET', '/data_attributes?model=company');
    expect(data.at(-1)).toEqual(made);
  });

  test('of options is a string with a list', async () => {
    const options = [{ value: 'Small' }, { value: 'Large' }];
    const body = { name: 'shop_size', model: 'contact', data_type: 'options', options };
    const made = await answered(dataSandbox(), 'POST', '/data_attributes', body);
    expect(made).toMatchObject({ data_type: 'string', options: ['Small', 'Large'] });
  });

  test.each([
    [{ name: 'Subscription_Tier', model: 'contact', data_type: 'string' }, '400 parameter_invalid'],
    [{ name: 'seats_used', model: 'contact', data_type: 'string' }, '400 parameter_invalid'],
    [{ name: 'what?!', model: 'contact', data_type: 'string' }, '400 parameter_invalid'],
    [{ name: 'size_of_it', model: 'ticket', data_type: 'string' }, '400 parameter_invalid'],
    [{ name: 'size_of_it', model: 'contact', data_type: 'colour' }, '400 parameter_invalid'],
    [
      { name: 'size_of_it', model: 'contact', data_type: 'options', options: [{ value: 'a' }] },
      '400 parameter_invalid',
    ],
    [{ name: 'size_of_it', model: 'contact' }, '400 parameter_invalid'],
  ])('%j is refused with %s', async (body, refused) => {
    expect(await refusal(dataSandbox(), 'POST', '/data_attributes', body)).toBe(refused);
  });
});

describe('a change', () => {
  test('of description, options and archiving', async () => {
    const sandbox = dataSandbox();
    const { id } = named(sandbox, 'account_health');
    const path = `/data_attributes/${id}`;
    const options = [{ value: 'Good' }, { value: 'Bad' }];
    expect(await answered(sandbox, 'PUT', path, { description: 'New', options })).toMatchObject({
      ...{ description: 'New', options: ['Good', 'Bad'], archived: false, updated_at: now },
    });
    expect(await answered(sandbox, 'PUT', path, { archived: true })).toMatchObject({
      ...{ description: 'New', options: ['Good', 'Bad'], archived: true },
    });
    const { data } = await answered(sandbox, 'GET', '/data_attributes');
    expect(data.map(({ name }) => name)).not.toContain('account_health');
  });

  test('is refused where segments rest on the attribute, it is no list, Intercom has it, or it is not there', async () => {
    const sandbox = dataSandbox();
    const row = { id: 'seg', name: 'By invoices', created_at: 1, updated_at: 1, person_type: 'contact' } as const;
    segments(sandbox.workspace).put({ ...row, rule: 'attribute:monthly_invoices' });
    const path = `/data_attributes/${named(sandbox, 'monthly_invoices').id}`;
    expect(await refusal(sandbox, 'PUT', path, { archived: true })).toBe('422 data_invalid');
    const options = [{ value: 'a' }, { value: 'b' }];
    expect(await refusal(sandbox, 'PUT', path, { options })).toBe('400 parameter_invalid');
    expect(await refusal(sandbox, 'PUT', path, { options: 'a' })).toBe('400 parameter_invalid');
    const own = `/data_attributes/${named(sandbox, 'email').id}`;
    expect(await refusal(sandbox, 'PUT', own, { archived: true })).toBe('400 parameter_invalid');
    expect(await refusal(sandbox, 'PUT', '/data_attributes/1', { archived: true })).toBe('404 field_not_found');
  });
});
