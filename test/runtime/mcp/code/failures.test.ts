import { describe, expect, test } from 'vitest';
import type { CallOutcome } from '../../../../runtime/mcp/index.ts';
import { start } from './support/session.ts';

const thing = { body: { id: '1', name: 'One', tags: { type: 'tag.list', tags: [] }, owner: null } };

test('a refused call throws what a program can catch, and read', async () => {
  await using session = await start();
  const { first } = await session.run(`
    try { return await intercom.get_thing({ thing_id: 1, state: 'opened' }); }
    catch (error) { return { is: error instanceof IntercomError, isError: error instanceof Error, ...error, name: error.name, message: error.message }; }`);
  expect(JSON.parse(first)).toMatchObject({
    is: true,
    isError: true,
    name: 'IntercomError',
    kind: 'input',
    function: 'get_thing',
    argument: 'state',
    message: expect.stringMatching(/open.*closed/),
    help: expect.any(String),
    problems: [{ argument: 'state' }],
  });
  expect(session.requests).toEqual([]);
});

test('what the API refuses has its status and help', async () => {
  await using session = await start({
    answer: () => ({
      status: 404,
      body: { type: 'error.list', errors: [{ code: 'not_found', message: 'No thing' }] },
    }),
  });
  const { first } = await session.run(
    'try { await intercom.get_thing({ thing_id: 1 }) } catch ({ kind, status, code, help }) { return { kind, status, code, help } }',
  );
  expect(JSON.parse(first)).toMatchObject({ kind: 'api', status: 404, code: 'not_found', help: expect.any(String) });
});

test('what had been found comes back with the error and its line', async () => {
  await using session = await start({
    answer: ({ pathname }) =>
      pathname === '/things/3'
        ? { status: 404, body: { errors: [{ code: 'not_found', message: 'No thing' }] } }
        : thing,
  });
  const { first, notes, isError } = await session.run(
    "const found = [];\nfor (const id of [1, 2, 3]) {\n  console.log('asking for', id);\n  found.push((await intercom.get_thing({ thing_id: id })).name + id);\n}\nreturn found;",
  );
  expect(isError).toBe(true);
  expect(first).toContain('at line 4: IntercomError: HTTP 404');
  expect(first).toContain('4 | found.push(');
  expect(notes).toContain('found = ["One1","One2"]');
  expect(notes).toContain('Console:\nasking for 1\nasking for 2\nasking for 3');
  expect(notes).toContain('Calls made until then: 3.');
});

test('writes that were made are told, so that they are not made twice', async () => {
  await using session = await start();
  const { notes } = await session.run(
    "await intercom.reply_to_thing({ thing_id: 1, admin_id: 2, body: 'Hello' });\nthrow new Error('oh');",
  );
  expect(notes).toContain(
    'Writes made until then, which are not to be repeated:\n- reply_to_thing {"thing_id":1,"admin_id":2,"body":"Hello"}',
  );
});

test('a wrong guess of what an answer has is answered with what it has', async () => {
  await using session = await start({ answer: () => ({ body: { data: [1, 2], page: 1, total_pages: 1 } }) });
  const failed = await session.run('const r = await intercom.list_things();\nreturn r.data.map((x) => x);');
  expect(failed).toMatchObject({
    isError: true,
    first: expect.stringMatching(/list_things has no data: it has result, next_cursor/),
  });
  const empty = await session.run('const r = await intercom.list_things();\nreturn (r.data ?? []).length;');
  expect(empty).toMatchObject({
    isError: false,
    first: '0',
    notes: expect.stringContaining('list_things has no data: it has result'),
  });
});

test.each([
  ['fetch("https://example.com")', /no network/],
  ['require("fs")', /no network, files, modules or timers/],
  ['setTimeout(() => 1, 5)', /timers/],
  ['import fs from "fs"', /imports nothing/],
  ['await intercom.no_such_thing({})', /IntercomError: .*no_such_thing/],
  ['const x = ;', /no JavaScript or TypeScript at line 1/],
  ['await new Promise(() => {})', /never happens/],
])('%s: %s', async (code, said) => {
  await using session = await start();
  expect(await session.run(code)).toMatchObject({ isError: true, first: expect.stringMatching(said) });
});

test.each<[string, string]>([
  ['const x = ;', 'syntax'],
  ['const r = await intercom.list_things(); r.data.map(() => 1)', 'shape'],
  ["throw new Error('own')", 'error'],
  ['await intercom.get_thing({})', 'refused'],
  ['await intercom.get_thing({ thing_id: 404 })', 'upstream'],
  ['while (true) {}', 'time'],
  ['const a = []; while (true) a.push("x".repeat(10000) + a.length)', 'memory'],
  ['await new Promise(() => {})', 'stuck'],
])('%s is told of as %s', async (code, failure) => {
  const told: CallOutcome[] = [];
  await using session = await start({
    answer: ({ pathname }) =>
      pathname === '/things/404' ? { status: 404, body: {} } : { body: { data: [], page: 1, total_pages: 1 } },
    code: { limits: { cpu: 300, memory: 8_000_000 } },
    onCall: async (outcome) => void told.push(outcome),
  });
  await session.run(code);
  expect(told.at(-1)).toMatchObject({ tool: 'run_code', status: 'error', failure, programId: expect.any(String) });
});

test('after a program that never ends the next one runs', async () => {
  await using session = await start({ code: { limits: { cpu: 200 } } });
  await session.run('while (true) {}');
  expect(await session.run('return 1 + 1')).toMatchObject({ isError: false, first: '2' });
});

describe('a program that would keep its host busy', () => {
  test('may not ask without an end, be it for nothing', async () => {
    await using session = await start({ code: { limits: { calls: 2 } } });
    const { first } = await session.run(
      "const kinds = {}; for (let at = 0; at < 500; at += 1) try { await intercom['no' + at]() } catch ({ kind }) { kinds[kind] = (kinds[kind] ?? 0) + 1 } return kinds",
    );
    expect(JSON.parse(first)).toEqual({ unknown_function: 20, limit: 480 });
  });

  test('may not hand over what no API takes', async () => {
    await using session = await start();
    const { first } = await session.run(
      "await intercom.reply_to_thing({ thing_id: 1, admin_id: 2, body: 'x'.repeat(3_000_000) })",
    );
    expect(first).toContain('the arguments are too long');
    expect(session.requests).toEqual([]);
  });

  test('is heard to a certain length', async () => {
    await using session = await start();
    const { notes } = await session.run("for (let at = 0; at < 100_000; at += 1) console.log('line', at)");
    expect(notes.length).toBeLessThan(12_000);
    expect(notes).toContain('line 500');
    expect(notes).toContain('…and more, which is left out');
  });
});
