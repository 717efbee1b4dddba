import { expect, test } from 'vitest';
import type { Recorded } from '../../../support/recorder.ts';
import { start } from './support/session.ts';

/** 120 things in pages of at most 50. */
function pages({ query }: Recorded) {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 10)];
  const data = Array.from({ length: 120 }, (_, at) => ({ id: at + 1 })).slice((page - 1) * size, page * size);
  return { body: { data, page, per_page: size, total_pages: Math.ceil(120 / size) } };
}

test('all pages of a list come one after another, each as large as it may be', async () => {
  await using session = await start({ answer: pages });
  const { first, meta } = await session.run(
    'const ids = []; for await (const thing of intercom.all.list_things({})) ids.push(thing.id); return [ids.length, ids[0], ids[119]]',
  );
  expect(first).toBe('[120,1,120]');
  expect(session.requests.map(({ query }) => query.get('per_page'))).toEqual(['50', '50', '50']);
  expect(meta).toMatchObject({ calls: 3 });
});

test.each([
  ['awaited', 'return (await intercom.all.list_things()).length'],
  ['as a list', 'return (await intercom.all.list_things({}).toArray()).length'],
  ['by its next', 'const it = intercom.all.list_things(); let n = 0; while (!(await it.next()).done) n += 1; return n'],
])('the whole list %s', async (_, code) => {
  await using session = await start({ answer: pages });
  expect((await session.run(code)).first).toBe('120');
});

test('what is taken for a page says what it is', async () => {
  await using session = await start({ answer: pages });
  expect((await session.run('return (await intercom.all.list_things()).result.length')).first).toBe('120');
  const { notes } = await session.run('const { data = [] } = await intercom.all.list_things(); return data.length');
  expect(notes).toContain('list_things has no data: it has the items themselves.');
});

test('it ends where enough was read, and asks for no page more', async () => {
  await using session = await start({ answer: pages });
  const { first } = await session.run(
    'const ids = []; for await (const { id } of intercom.all.list_things({}, { max: 60 })) ids.push(id); return ids.length',
  );
  expect(first).toBe('60');
  expect(session.requests).toHaveLength(2);
  const early = await session.run('for await (const { id } of intercom.all.list_things()) if (id === 3) return id');
  expect(early.first).toBe('3');
  expect(session.requests).toHaveLength(3);
});

test('pages count as calls, and what was read is not lost when there may be no more', async () => {
  await using session = await start({ answer: pages, code: { limits: { calls: 2 } } });
  const { first, notes, isError } = await session.run(
    'const ids = [];\nfor await (const { id } of intercom.all.list_things()) if (id % 50 === 0) ids.push(id);\nreturn ids;',
  );
  expect(isError).toBe(true);
  expect(first).toContain('this program has made 2 calls, and may make no more');
  expect(notes).toContain('ids = [50,100]');
});

test('of a function without pages its list is walked through; without a list it is refused', async () => {
  await using session = await start({
    answer: ({ pathname }) => (pathname === '/things/1' ? { body: { parts: [1, 2], id: '1' } } : { body: { id: '2' } }),
  });
  expect((await session.run('return await intercom.all.get_thing({ thing_id: 1 })')).first).toBe('[1,2]');
  expect((await session.run('return await intercom.all.get_thing({ thing_id: 2 })')).first).toContain('no pages');
});

test.each(['0', '-1', '"many"'])('max: %s is refused', async (max) => {
  await using session = await start({ answer: pages });
  expect((await session.run(`return await intercom.all.list_things({}, { max: ${max} })`)).first).toContain(
    'max: must be a positive number',
  );
  expect(session.requests).toEqual([]);
});

test('at most as many calls go on at once as allowed', async () => {
  let going = 0;
  let most = 0;
  await using session = await start({
    answer: async () => {
      going += 1;
      most = Math.max(most, going);
      await new Promise((next) => setTimeout(next, 5));
      going -= 1;
      return { body: { id: '1' } };
    },
    code: { limits: { atOnce: 3 } },
  });
  const { first } = await session.run(
    'const all = await Promise.all(Array.from({ length: 20 }, (_, at) => intercom.get_thing({ thing_id: at }))); return all.length',
  );
  expect(first).toBe('20');
  expect(most).toBe(3);
});

test('a result that is too long is cut at an item, and says how to get the rest', async () => {
  await using session = await start({ answer: pages });
  const { first, notes } = await session.run(
    'const text = "x".repeat(1000); return (await intercom.all.list_things()).map(({ id }) => ({ id, text }))',
  );
  expect(first.length).toBeLessThanOrEqual(40_000);
  const shown = JSON.parse(first).length;
  expect(shown).toBeGreaterThan(30);
  expect(notes).toContain(`value: the first ${shown} of 120 items; return .slice(${shown}) of it for the rest`);
});
