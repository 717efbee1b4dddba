import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { shortenNames } from '../../../generator/plan/shorten-names.ts';
import { romanize } from '../../../generator/text/romanize.ts';
import { planned } from '../other-apis/support/fixture.ts';
import { answers, description, operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };

test.each([
  ['Straße', 'Strasse'],
  ['naïve café', 'naive cafe'],
  ['cafe\u0301', 'cafe'],
  ['用户名称', ' yong hu ming cheng '],
  ['имя пользователя', ' imya   polzovatelya '],
  ['Ｆｕｌｌ', 'Full'],
  ['🚀 launch', ' rocket  launch'],
  ['x-y_z', 'x-y_z'],
  ['«»…', '«»…'],
])('%s is %s in Latin letters', (given, want) => {
  expect(romanize(given)).toBe(want);
});

describe('arguments in other scripts', () => {
  const names = {
    用户名: 'yong_hu_ming',
    'имя пользователя': 'imya_polzovatelya',
    الاسم: 'lsm',
    Größe: 'Grosse',
    '🚀': 'rocket',
  };

  test('have a readable key, and their own name in the words and on the wire', async () => {
    const properties = Object.fromEntries(
      Object.keys(names).map((name) => [name, { type: 'string', description: 'Words of it' }]),
    );
    const requestBody = { required: true, content: { 'application/json': { schema: { type: 'object', properties } } } };
    await using made = await generated({ doc: operation('post', '/things', { requestBody }) });
    const shown = made.catalog[0]?.inputSchema.properties ?? {};
    expect(Object.keys(shown)).toEqual(Object.values(names));
    expect(shown).toMatchObject({ yong_hu_ming: { description: 'Sent as "用户名". Words of it' } });
    const args = Object.fromEntries(Object.values(names).map((key) => [key, 'v']));
    const want = Object.fromEntries(Object.keys(names).map((key) => [key, 'v']));
    expect(JSON.parse((await made.send(args)).text)).toEqual(want);
  });

  test('stand in addresses under their own names', async () => {
    const parameters = [
      { name: '编号', in: 'path', required: true, schema: text },
      { name: 'язык', in: 'query', schema: text },
    ];
    await using made = await generated({ doc: operation('get', '/用户/{编号}', { parameters }) });
    const [entry] = made.catalog;
    expect(entry?.name).toMatch(/^get_single_acme_yong_hu/);
    expect(entry?.description).toContain('/用户/{编号}');
    const sent = await made.send({ bian_hao: '7', yazyk: 'ru' });
    expect(decodeURIComponent(sent.url.pathname)).toBe('/v1/用户/7');
    expect(sent.url.searchParams.get('язык')).toBe('ru');
  });

  test('of which two are one in Latin letters keep apart', async () => {
    const schema = { type: 'object', properties: { имя: text, imya: text, ИМЯ: text } };
    const requestBody = { required: true, content: { 'application/json': { schema } } };
    await using made = await generated({ doc: operation('post', '/things', { requestBody }) });
    const keys = Object.keys(made.catalog[0]?.inputSchema.properties ?? {});
    expect(new Set(keys).size).toBe(3);
    const args = Object.fromEntries(keys.map((key) => [key, key]));
    expect(Object.keys(JSON.parse((await made.send(args)).text)).sort()).toEqual(['imya', 'ИМЯ', 'имя'].sort());
  });

  test('within an object are told in words, and sent', async () => {
    const inner = {
      type: 'object',
      properties: { 年龄: { type: 'integer' }, a: text },
      required: ['年龄'],
      additionalProperties: false,
    };
    const requestBody = {
      required: true,
      content: { 'application/json': { schema: { type: 'object', properties: { who: inner } } } },
    };
    await using made = await generated({ doc: operation('post', '/things', { requestBody }) });
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      who: { description: 'Also needs "年龄" (integer)' },
    });
    expect(JSON.parse((await made.send({ who: { 年龄: 5, a: 'x' } })).text)).toEqual({ who: { 年龄: 5, a: 'x' } });
  });
});

test('operations in other scripts have names that tell them apart, whatever their order', async () => {
  const paths: Json = Object.fromEntries(
    ['/用户/列表', '/订单', '/заказы', '/%E5%95%86%E5%93%81', '/🚀', '/طلبات'].map((path) => [
      path,
      { get: { responses: answers({ type: 'array', items: text }) } },
    ]),
  );
  const namesOf = async (given: Json) => (await planned(given)).catalog.map(({ name }) => name);
  const names = await namesOf(paths);
  expect(names).toContain('list_all_acme_ding_dan');
  expect(names).toContain('list_all_acme_shang_pin');
  expect(names.every((name) => /^[a-z][a-z0-9_]{0,63}$/.test(name) && /acme_[a-z]/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(6);
  expect(await namesOf(Object.fromEntries(Object.entries(paths).toReversed()))).toEqual(names);
  expect(description(paths).paths).toBe(paths);
});

describe('names that are too long', () => {
  const short = (...names: string[]) => [...shortenNames(names, { prefix: 'acme', longest: 40 }).values()];

  test.each<[string, string, string]>([
    [
      'lose words that they have twice',
      'list_all_acme_organization_organizations_members',
      'list_all_acme_organizations_members',
    ],
    ['lose what says little', 'update_a_acme_state_of_the_thing_in_the_house', 'update_a_acme_state_thing_house'],
    [
      'keep the outermost and the innermost',
      'get_single_acme_project_environment_deployment_status',
      'get_single_acme_project_status',
    ],
    [
      'keep what finds them',
      'get_single_acme_project_environment_deployments_by_name',
      'get_single_acme_deployments_by_name',
    ],
  ])('%s', (_name, given, want) => {
    expect(short(given)).toEqual([want]);
  });

  test('that would be one are told apart by a digest, whatever their order', () => {
    const names = ['alpha', 'beta'].map((word) => `acme_${'abcdefghijklmnopqrstuvwxyz0123456789'}${word}_thing`);
    const both = short(...names);
    expect(new Set(both).size).toBe(2);
    expect(short(...names.toReversed())).toEqual(both.toReversed());
    expect(both.every((name) => name.length <= 40)).toBe(true);
  });

  test('never take a name that is another one whole', () => {
    expect(
      short('list_all_acme_organization_organizations_members', 'list_all_acme_organizations_members')[0],
    ).not.toBe('list_all_acme_organizations_members');
  });
});
