import { describe, expect, test } from 'vitest';
import { type Ran, start } from './support/session.ts';

const WRITES = `const ids = [1, 2];
for (const thing_id of ids) await intercom.reply_to_thing({ thing_id, admin_id: 5, body: 'Hello ' + thing_id });
return ids.length;`;

function tokenIn({ first }: Ran): string {
  return /"confirmation_token":"([^"]+)"/.exec(first)?.[1] ?? 'no token';
}

describe('a client that cannot ask', () => {
  test('is told all writes at once before any is sent, and makes them with the token', async () => {
    await using session = await start({ confirm: 'write' });
    const asked = await session.run(WRITES);
    expect(asked.isError).toBe(false);
    expect(asked.first).toContain('A program makes 2 calls that change something');
    expect(asked.first).toContain('1. Title of reply_to_thing (reply_to_thing)');
    expect(asked.first).toContain('/things/2/reply');
    expect(session.requests).toEqual([]);
    const done = await session.run(WRITES, { confirmation_token: tokenIn(asked) });
    expect(done).toMatchObject({ isError: false, first: '2' });
    expect(session.requests.map(({ method, pathname }) => `${method} ${pathname}`)).toEqual([
      'POST /things/1/reply',
      'POST /things/2/reply',
    ]);
    expect(await session.run(WRITES, { confirmation_token: tokenIn(asked) })).toMatchObject({ isError: true });
    expect(session.requests).toHaveLength(2);
  });

  test('a token holds for no other program, and for no other writes of the same', async () => {
    let number = 0;
    await using session = await start({
      confirm: 'write',
      answer: () => {
        number += 1;
        return { body: { id: '1', number } };
      },
    });
    const token = tokenIn(await session.run(WRITES));
    expect(await session.run(`${WRITES} `, { confirmation_token: token })).toMatchObject({ isError: true });
    const changing =
      "const { number } = await intercom.get_thing({ thing_id: 1 }); await intercom.reply_to_thing({ thing_id: 1, admin_id: 5, body: 'n' + number });";
    const asked = await session.run(changing);
    expect(await session.run(changing, { confirmation_token: tokenIn(asked) })).toMatchObject({ isError: true });
    expect(session.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

test('a program that reads is not asked about, nor one whose writes need no consent', async () => {
  await using session = await start({ confirm: 'destructive' });
  expect(await session.run('return (await intercom.get_thing({ thing_id: 1 })).ok')).toMatchObject({ first: 'true' });
  expect(await session.run(WRITES)).toMatchObject({ first: '2' });
  const asked = await session.run(
    'await intercom.reply_to_thing({ thing_id: 1, admin_id: 5 }); await intercom.detach_tag({ thing_id: 1, tag_id: 2 });',
  );
  expect(asked.first).toContain('A program makes one call that changes something');
  expect(asked.first).toContain('detach_tag');
  expect(asked.first).not.toContain('reply_to_thing');
});

test.each(['legacy, stdio', 'modern, stdio', 'modern, HTTP'])(
  '%s: a client that can ask asks one question, and its answer is kept to',
  async (connection) => {
    const questions: string[] = [];
    let agrees = true;
    await using session = await start({
      connection,
      confirm: 'write',
      elicit: (message) => {
        questions.push(message);
        return { action: 'accept', content: { confirm: agrees } };
      },
    });
    expect(await session.run(WRITES)).toMatchObject({ isError: false, first: '2' });
    expect(questions).toEqual([expect.stringMatching(/2 calls[\s\S]*things\/1\/reply[\s\S]*things\/2\/reply/)]);
    expect(session.requests).toHaveLength(2);
    agrees = false;
    expect(await session.run(WRITES)).toMatchObject({
      isError: true,
      first: expect.stringContaining('the user said no'),
    });
    expect(session.requests).toHaveLength(2);
  },
);

/** The second read of the program itself, after two plans of two reads each: before the question, and when its answer comes. */
const LAST_READ = 7;

test('a write that was not among those agreed to is not made, and the program can see that', async () => {
  let asked = 0;
  await using session = await start({
    confirm: 'write',
    answer: () => {
      asked += 1;
      return { body: { id: '1', more: asked === LAST_READ } };
    },
    elicit: () => ({ action: 'accept', content: { confirm: true } }),
  });
  const { first } = await session.run(`
    const { more } = await intercom.get_thing({ thing_id: 1 });
    await intercom.reply_to_thing({ thing_id: 1, admin_id: 5, body: 'agreed' });
    const again = await intercom.get_thing({ thing_id: 1 });
    try { if (again.more) await intercom.reply_to_thing({ thing_id: 2, admin_id: 5, body: 'not agreed' }); return 'made'; }
    catch (error) { return error.kind; }`);
  expect(first).toBe('consent');
  expect(session.requests.filter(({ method }) => method === 'POST').map(({ pathname }) => pathname)).toEqual([
    '/things/1/reply',
  ]);
});

test('writes that hang on what others answer are agreed to with that', async () => {
  const questions: string[] = [];
  await using session = await start({
    confirm: 'write',
    answer: ({ pathname }) => ({ body: { id: pathname === '/things/1/reply' ? 77 : 5 } }),
    elicit: (message) => {
      questions.push(message);
      return { action: 'accept', content: { confirm: true } };
    },
  });
  const code =
    "const made = await intercom.reply_to_thing({ thing_id: 1, admin_id: 5, body: 'first' }); await intercom.reply_to_thing({ thing_id: made.id, admin_id: 5, body: 'after ' + made.id }); return 'done'";
  expect(await session.run(code)).toMatchObject({ isError: false, first: 'done' });
  expect(questions[0]).toContain('[answer 1.id]');
  expect(session.requests.map(({ pathname, body }) => [pathname, JSON.parse(body).body])).toEqual([
    ['/things/1/reply', 'first'],
    ['/things/77/reply', 'after 77'],
  ]);
});

test('nobody is asked about a program that would fail', async () => {
  await using session = await start({ confirm: 'write' });
  const { first, isError } = await session.run(
    "await intercom.reply_to_thing({ thing_id: 1, admin_id: 5 });\nthrow new Error('oh');",
  );
  expect(isError).toBe(true);
  expect(first).toContain('Error: oh');
  expect(session.requests).toEqual([]);
});

test('a question about many writes has each of them, and the first as a question about one would', async () => {
  await using session = await start({ confirm: 'write' });
  const { first } = await session.run(
    "for (let thing_id = 1; thing_id <= 90; thing_id += 1) await intercom.reply_to_thing({ thing_id, admin_id: 5, body: 'x'.repeat(900) })",
  );
  expect(first).toContain('A program makes 90 calls that change something');
  for (let id = 1; id <= 90; id += 1) expect(first).toContain(`/things/${id}/reply`);
  expect(first.match(/SHA-256/g)?.length).toBeGreaterThan(10);
  expect(first.length).toBeLessThan(40_000);
});

test('a plan that needs what a write answers says what to do', async () => {
  await using session = await start();
  const { notes, isError } = await session.run(
    'const made = await intercom.reply_to_thing({ thing_id: 1, admin_id: 5 }); return made.tags.map((tag) => tag.id)',
    { dry_run: true },
  );
  expect(isError).toBe(true);
  expect(notes).toContain('A plan does not know what its writes answer');
  expect(session.requests).toEqual([]);
});

test('a box that breaks is told of, with the writes that were made', async () => {
  const errors: unknown[] = [];
  await using session = await start({
    onError: (error) => errors.push(error),
    code: {
      box: async ({ ask }) => {
        await ask('{"op":"call","name":"reply_to_thing","args":[{"thing_id":1,"admin_id":2}]}');
        return { failure: 'broken', name: 'Error', message: 'the box broke', variables: {} };
      },
    },
  });
  const { first, notes, isError } = await session.run('return 1');
  expect([isError, first]).toEqual([true, 'the box broke']);
  expect(notes).toContain('- reply_to_thing {"thing_id":1,"admin_id":2}');
  expect(errors).toMatchObject([{ message: 'the box broke' }]);
});

test('a dry run reads, plans every write and sends none', async () => {
  await using session = await start();
  const { first, notes } = await session.run(
    'const { ok } = await intercom.get_thing({ thing_id: 1 }); const made = await intercom.reply_to_thing({ thing_id: 1, admin_id: 5 }); await intercom.detach_tag({ thing_id: made.id, tag_id: 2 }); return ok',
    { dry_run: true },
  );
  expect(first).toBe('true');
  expect(notes).toContain('Dry run, nothing was sent. 2 writes would be made:');
  expect(notes).toMatch(/1\. reply_to_thing \{"thing_id":1,"admin_id":5\} \(POST .*\/things\/1\/reply\)/);
  expect(notes).toContain('2. detach_tag {"thing_id":"[answer 1.id]","tag_id":2} (after what an earlier one answers)');
  expect(session.requests.map(({ method }) => method)).toEqual(['GET']);
});

test('a write with dry_run of its own shows its request and sends nothing', async () => {
  await using session = await start({ confirm: 'write' });
  const { first } = await session.run(
    'return (await intercom.reply_to_thing({ thing_id: 1, admin_id: 5, dry_run: true })).method',
  );
  expect(first).not.toContain('confirmation_token');
  expect(session.requests).toEqual([]);
});

test('a call that was given up stops the program and the call under way', async () => {
  const arrived = Promise.withResolvers<void>();
  await using session = await start({
    answer: async () => {
      arrived.resolve();
      await new Promise(() => {});
      return {};
    },
  });
  const controller = new AbortController();
  const call = session.result(
    'run_code',
    { code: 'await intercom.get_thing({ thing_id: 1 }); await intercom.reply_to_thing({ thing_id: 1, admin_id: 2 })' },
    { signal: controller.signal },
  );
  await arrived.promise;
  controller.abort();
  await expect(call).rejects.toThrow();
  expect(await session.run('return 1')).toMatchObject({ first: '1' });
  expect(session.requests).toHaveLength(1);
});
