import { expect, test } from 'vitest';
import { mostUsed } from '../../../generator/init/most-used.ts';
import { planned } from '../other-apis/support/fixture.ts';

const get = { responses: {} };

test('what lists and reads the things that an API is about looks most used', async () => {
  const { modules } = await planned({
    '/admin/settings': { get, put: get },
    '/tickets': { get, post: get },
    '/tickets/{id}': { get, delete: get, patch: get },
    '/tickets/{id}/parts/{part}/files/{file}': { get },
    '/health': { get },
  });
  const order = mostUsed(
    modules.flatMap(({ tools }) => tools),
    20,
  ).map(({ method, path }) => `${method} ${path}`);
  expect(order).toHaveLength(9);
  expect(order.slice(0, 3).toSorted()).toEqual(['GET /tickets', 'GET /tickets/{id}', 'POST /tickets']);
  expect(order.slice(-4).toSorted()).toEqual([
    'GET /admin/settings',
    'GET /health',
    'GET /tickets/{id}/parts/{part}/files/{file}',
    'PUT /admin/settings',
  ]);
});

test('no more are told than asked for, and the order does not hang on the description', async () => {
  const paths = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`/things${at}`, { get }]));
  const one = await planned(paths);
  const other = await planned(Object.fromEntries(Object.entries(paths).toReversed()));
  const names = ({ modules }: typeof one) =>
    mostUsed(
      modules.flatMap(({ tools }) => tools),
      20,
    ).map(({ names }) => names.tool);
  expect(names(one)).toHaveLength(20);
  expect(names(other)).toEqual(names(one));
});
