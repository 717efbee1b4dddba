import { expect, test } from 'vitest';
import { readPlaceholders } from '../../intercom/placeholders.ts';
import { intercomProfile } from '../../intercom/profile.ts';
import { shapeResult } from '../../runtime/shape/index.ts';

test.each([
  ['<p>Hi <attribute key="user.name" default="there"/>!</p>', '<p>Hi {{user.name|fallback:"there"}}!</p>'],
  ['<attribute key="a.b" default=""></attribute>', '{{a.b}}'],
  ['<attribute default="x" key="a"/>', '{{a|fallback:"x"}}'],
  ['<attribute default="x"/>', '<attribute default="x"/>'],
  ['<attributes>', '<attributes>'],
])('%s', (html, read) => {
  expect(readPlaceholders(html)).toBe(read);
});

test('a macro is shown once, with its placeholders as they are written', async () => {
  const macro = {
    type: 'macro',
    id: '1',
    name: 'Ready',
    body: '<p>Hi <attribute key="user.name" default="Sam &amp; Co"/>, your <b>order</b> is ready</p>',
    body_text: 'Hi {{user.name|fallback:"Sam & Co"}}, your order is ready',
  };
  const tool = { name: 'get_single_intercom_macro_by_id', tags: ['macros'], access: 'read', response: 'json' } as const;
  expect(await shapeResult({ ...tool, fields: true }, macro, { profile: intercomProfile })).toEqual({
    id: '1',
    name: 'Ready',
    body: 'Hi {{user.name|fallback:"Sam & Co"}}, your **order** is ready',
  });
});
