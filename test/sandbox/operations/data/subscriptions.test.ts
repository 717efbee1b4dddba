import { expect, test } from 'vitest';
import { contacts } from '../../../../sandbox/model/people.ts';
import { rosa } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { answered, dataSandbox, refusal } from './support/fixture.ts';

const path = `/contacts/${rosa.id}/subscriptions`;
function consents({ workspace }: TestSandbox) {
  return contacts(workspace).get(rosa.id)?.consents;
}

test('subscription types are listed with their translations', async () => {
  const { data } = await answered(dataSandbox(), 'GET', '/subscription_types');
  expect(data).toHaveLength(5);
  expect(data[0]).toMatchObject({
    type: 'subscription',
    id: '91',
    state: 'live',
    consent_type: 'opt_out',
    content_types: ['email'],
    default_translation: { name: 'Product news', locale: 'en' },
    translations: [{ locale: 'en' }, { locale: 'de' }, { locale: 'fr' }],
  });
});

test('a choice is recorded once and goes again', async () => {
  const sandbox = dataSandbox();
  for (const _time of [1, 2])
    expect(await answered(sandbox, 'POST', path, { id: '93', consent_type: 'opt_in' })).toMatchObject({ id: '93' });
  expect(consents(sandbox)).toEqual([{ id: '93', consent_type: 'opt_in' }]);
  expect(contacts(sandbox.workspace).get(rosa.id)?.updated_at).toBe(START / 1000);
  await answered(sandbox, 'POST', path, { id: '91', consent_type: 'opt_out' });
  expect(await answered(sandbox, 'DELETE', `${path}/93`)).toMatchObject({ id: '93' });
  expect(consents(sandbox)).toEqual([{ id: '91', consent_type: 'opt_out' }]);
});

test('the choice that holds anyway takes the recorded one back', async () => {
  const sandbox = dataSandbox();
  await answered(sandbox, 'POST', path, { id: '91', consent_type: 'opt_out' });
  await answered(sandbox, 'POST', path, { id: '91', consent_type: 'opt_in' });
  expect(consents(sandbox)).toEqual([]);
});

test.each([
  ['POST', path, { id: '1', consent_type: 'opt_in' }, '404 not_found'],
  ['POST', path, { id: '93', consent_type: 'maybe' }, '400 parameter_invalid'],
  ['POST', path, { id: '93' }, '400 parameter_not_found'],
  ['POST', '/contacts/0/subscriptions', { id: '93', consent_type: 'opt_in' }, '404 not_found'],
  ['DELETE', `${path}/93`, undefined, '404 not_found'],
  ['DELETE', `${path}/1`, undefined, '404 not_found'],
])('%s %s %j is refused with %s', async (method, address, body, refused) => {
  expect(await refusal(dataSandbox(), method, address, body)).toBe(refused);
});
