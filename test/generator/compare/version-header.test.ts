import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { changesOf } from './support/compared.ts';
import { api, type Row, told } from './support/connected.ts';

const versionHeader = (schema: Json, more: Json = {}): Json => ({
  name: 'Intercom-Version',
  in: 'header',
  schema,
  ...more,
});
const asking = (schema: Json): Json => ({ pets: { parameters: [versionHeader(schema)] } });

const headers: readonly Row[] = [
  [
    'a version less',
    asking({ enum: ['1', '2'], default: '2' }),
    asking({ enum: ['2'], default: '2' }),
    'M version header: Intercom-Version cannot be 1 any more (get_single_acme_pet)',
  ],
  [
    'a version more, which is usual',
    asking({ enum: ['1'], default: '1' }),
    asking({ enum: ['1', '2'], default: '2' }),
    '- version header: Intercom-Version can be 2 now (get_single_acme_pet)',
    '- version header: Intercom-Version is 2 now where none is sent, and was 1 (get_single_acme_pet)',
  ],
  [
    'no header',
    asking({ enum: ['1'] }),
    {},
    '- version header: it declares the version header Intercom-Version no more, which clients send all the same (get_single_acme_pet)',
  ],
  [
    'another version',
    asking({ enum: ['1'] }),
    { ...asking({ enum: ['1'] }), info: { title: 'Acme', version: '2' } },
    '- version header: calls ask for 2 by Intercom-Version unless said otherwise, and asked for 1',
  ],
];

test.each(headers.map(([name, ...row]) => [name, row] as const))(
  'the version header: %s',
  (_, [before, after, ...want]) => {
    expect(told(before, after)).toEqual(want.toSorted());
  },
);

test('what operations share of it is said once, of no tool', () => {
  const asked = (values: readonly string[]): Json => {
    const own = { parameters: [versionHeader({ $ref: '#/components/schemas/version' })] };
    return { ...api({ pets: own, cats: own }), components: { schemas: { version: { enum: values } } } };
  };
  expect(changesOf(asked(['1', '2']), asked(['2'])).map(({ tool, pointer }) => [tool, pointer])).toEqual([
    [undefined, '/components/schemas/version'],
  ]);
});
