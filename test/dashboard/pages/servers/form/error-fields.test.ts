import { expect, test } from 'vitest';
import { ApiError } from '../../../../../dashboard/api/api-error.ts';
import { fieldOfError, sayRefusal } from '../../../../../dashboard/pages/servers/form/error-fields.ts';

function refusal(field: string | undefined, message: string, help?: string): ApiError {
  return new ApiError({ status: 400, code: 'invalid_input', message, field, help });
}

const fields: readonly [string | undefined, string | undefined][] = [
  ['name', 'name'],
  ['config.tools[3]', 'config.tools'],
  ['config.allowed_addresses.1', 'config.allowed_addresses'],
  ['config.rate_limit.requests', 'config.rate_limit'],
  ['config', undefined],
  ['config.toolsmith', undefined],
  [undefined, undefined],
];

test.each(fields)('a refusal of %s is shown at %s', (field, shown) => {
  expect(fieldOfError(refusal(field, 'wrong'))).toBe(shown);
});

test('what is no refusal of the gateway belongs to no field', () => {
  expect(fieldOfError(new Error('wrong'))).toBeUndefined();
});

const sentences: readonly [string | undefined, string, string | undefined, string][] = [
  ['expires_at', 'expires_at: is in the past.', 'Give another.', 'Is in the past. Give another.'],
  ['config.prefix', 'prefix: makes long names', 'Use a shorter one.', 'Makes long names. Use a shorter one.'],
  ['config.prefix', 'config.prefix: is long', undefined, 'Is long'],
  ['config.tools[3]', 'tools[3]: is no tool.', undefined, 'Tools[3]: is no tool.'],
  [undefined, 'no field at all', undefined, 'No field at all'],
  ['name', '', undefined, ''],
];

test.each(sentences)('at %s is said of %j', (field, message, help, said) => {
  expect(sayRefusal(refusal(field, message, help))).toBe(said);
});
