import { expect, test } from 'vitest';
import { fillSettings } from '../../../cli/desktop/fill-settings.ts';

const manifest = { user_config: { methods: { default: 'read' }, region: { default: 'eu' }, access_token: {} } };

const VARIABLE = 'INTERCOM_MCP_METHODS';

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['white space', ' \t'],
  ['the placeholder', `\${user_config.methods}`],
  ["another client's placeholder", `\${METHODS}`],
  ['undefined as text', 'undefined'],
  ['null as text', 'null'],
])('%s is the value that the bundle was made with', (_, given) => {
  const filled = fillSettings(given === undefined ? {} : { [VARIABLE]: given }, manifest);
  expect(filled[VARIABLE]).toBe('read');
});

test('what a user filled in stays as it is, and so does what is no setting', () => {
  const given = { [VARIABLE]: 'read, write', PATH: '', HOME: `\${HOME}` };
  expect(fillSettings(given, manifest)).toEqual({ ...given, INTERCOM_REGION: 'eu' });
});

test('an unset setting without a value of the bundle is not there', () => {
  const given = { INTERCOM_ACCESS_TOKEN: `\${user_config.access_token}` };
  expect(fillSettings(given, manifest)).not.toHaveProperty('INTERCOM_ACCESS_TOKEN');
});

test.each([null, [], {}, { user_config: null }, { user_config: { methods: { default: 3 } } }])(
  'a manifest that is %j has no values',
  (broken) => expect(fillSettings({ [VARIABLE]: '' }, broken)).toEqual({}),
);
