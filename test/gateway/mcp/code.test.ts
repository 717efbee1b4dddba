import { expect, test } from 'vitest';
import { BEGUN } from '../../../gateway/store/contract/audit.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { caller, modern, toolResult } from '../support/eras.ts';
import { type TestGatewayOptions, testGateway } from '../support/gateway.ts';

const writing = { methods: ['read', 'write'], mode: 'code' as const };

/** A gateway with a server of the mode `code`, and what runs a program there. */
async function coded(config: object = writing, options: TestGatewayOptions = {}) {
  const made = await testGateway(options);
  const account = await made.account();
  const server = await made.server(account, { ...writing, ...config });
  const call = caller(made, modern);
  const lines = async () => {
    await made.gateway.context.audit.flush();
    return (await made.store.audit.list({ action: 'tools/call' }, { limit: 200 })).rows.toReversed();
  };
  return { made, account, server, lines, run: (code: string, tool = 'run_code') => call(server.url, tool, { code }) };
}

test('a program reads and writes in one request, and the log shows which program made each call', async () => {
  const { made, run, lines } = await coded();
  await using _gateway = made;
  const answer = await run(`
    const me = await intercom.getMe();
    const made = await intercom.createContact({ role: 'lead', name: 'Vip' });
    return { me: me.type, made: made.name };
  `);
  expect(toolResult(answer)).toMatchObject({ isError: false });
  expect(toolResult(answer).text).toContain('Vip');
  const rows = await lines();
  expect(rows.map(({ status }) => status)).toEqual(['ok', BEGUN, 'ok', 'ok']);
  expect(new Set(rows.map(({ program_id }) => program_id)).size).toBe(1);
  expect(rows.at(-1)).toMatchObject({ tool: 'run_code', program_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(rows.at(-1)?.arguments).toMatch(/^\{"code":"string of \d+"\}$/);
});

const failures: readonly [string, string, string][] = [
  ['no program', 'return (', 'program_syntax'],
  ['an error of its own', 'throw new Error("no")', 'program_error'],
  ['a call that is refused', 'await intercom.createContact({ role: "king" })', 'program_refused'],
  ['what never happens', 'await new Promise(() => {})', 'program_stuck'],
];

test.each(failures)('%s is in its line', async (_name, code, status) => {
  const { made, run, lines } = await coded();
  await using _gateway = made;
  expect(toolResult(await run(code)).isError).toBe(true);
  expect((await lines()).at(-1)).toMatchObject({ tool: 'run_code', status });
});

test('a program has no more calls than its server allows, and no write where none is served', async () => {
  const { made, run, lines } = await coded({ methods: ['read'], code_calls: 2 });
  await using _gateway = made;
  const answer = toolResult(
    await run('for (let i = 0; i < 9; i += 1) await intercom.getMe(); return 1', 'run_read_code'),
  );
  expect(answer.isError).toBe(true);
  expect((await lines()).map(({ tool }) => tool)).toEqual([
    'get_single_intercom_me',
    'get_single_intercom_me',
    'run_read_code',
  ]);
  expect(toolResult(await run('return 1', 'run_read_code')).isError).toBe(false);
  expect((await run('return 1')).message).toMatchObject({
    error: { message: expect.stringContaining('Unknown tool') },
  });
});

test('the writes of a program are asked about once, by a token that another server does not take', async () => {
  const { made, account, server, lines } = await coded({ confirm: 'write' });
  await using gateway = made;
  const other = await gateway.server(account, { ...writing, confirm: 'write' });
  const call = caller(gateway, modern);
  const code = `
    const tags = await intercom.listTags();
    return (await intercom.createContact({ role: 'lead', name: 'Vip' })).name;
  `;
  const asked = toolResult(await call(server.url, 'run_code', { code }));
  const [confirmation_token = expect.fail(asked.text)] = /[0-9a-z]+\.[\w-]{12}\.[\w-]{43}/.exec(asked.text) ?? [];
  const statuses = async () => (await lines()).map(({ tool, status }) => [tool, status]);
  const planned = [
    ['list_all_intercom_tags', 'ok'],
    ['run_code', 'ok'],
  ];
  expect(await statuses()).toEqual(planned);
  expect(toolResult(await call(other.url, 'run_code', { code, confirmation_token })).text).toContain('confirmation');
  expect((await statuses()).slice(2)).toEqual([
    ['list_all_intercom_tags', 'ok'],
    ['run_code', 'not_agreed'],
  ]);
  expect(toolResult(await call(server.url, 'run_code', { code, confirmation_token })).text).toContain('Vip');
  expect((await statuses()).slice(4)).toEqual([
    ['list_all_intercom_tags', 'ok'],
    ['list_all_intercom_tags', 'ok'],
    ['create_a_intercom_contact', BEGUN],
    ['create_a_intercom_contact', 'ok'],
    ['run_code', 'ok'],
  ]);
});

test('a limit of the server ends what a program does, which can catch that', async () => {
  const { made, run } = await coded({ rate_limit: { requests: 3, seconds: 60 } });
  await using _gateway = made;
  const answer = await run(`
    let made = 0;
    try { for (;;) { await intercom.getMe(); made += 1; } } catch (error) { return { made, help: error.help }; }
  `);
  // The request of the program is one of the three.
  expect(toolResult(answer).text).toMatch(/"made":\s?2/);
  expect(toolResult(answer).text).toMatch(/Wait \d+ seconds/);
});

test('a token that is revoked while a program runs ends its calls at once', async () => {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  let revoke = async (): Promise<unknown> => undefined;
  const place = await coded(writing, {
    sandbox,
    fetch: async (...request) => {
      const answer = await sandbox.fetch(...request);
      if (new Request(...request).method === 'POST') await revoke();
      return answer;
    },
  });
  await using gateway = place.made;
  revoke = () => gateway.api('DELETE', `/integrated-account/${place.account}/mcp/${place.server.row.id}`);
  await place.run(`
    await intercom.createContact({ role: 'lead', name: 'First' });
    await intercom.createContact({ role: 'lead', name: 'Second' });
  `);
  const contacts = (await place.lines()).filter(({ tool }) => tool === 'create_a_intercom_contact');
  expect(contacts.map(({ status }) => status)).toEqual([BEGUN, 'ok', 'refused_revoked']);
});

/** A server of the mode `code` over a workspace that answers lists of tags when it is let go. */
async function holding() {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const asked = { count: 0 };
  const place = await coded(writing, {
    sandbox,
    fetch: async (...request) => {
      if (new Request(...request).url.includes('/tags')) {
        asked.count += 1;
        await held;
      }
      return sandbox.fetch(...request);
    },
  });
  const slow = () => place.run('return (await intercom.listTags()).result.length', 'run_read_code');
  return { ...place, asked, slow, letGo };
}

test('programs of one workspace wait for each other, those of another do not wait for them', async () => {
  const { made, asked, slow, letGo } = await holding();
  await using gateway = made;
  const other = await gateway.server(await gateway.account('Other'), writing);
  const all = Array.from({ length: 3 }, slow);
  await expect.poll(() => asked.count, { timeout: 20_000 }).toBe(3);
  const answer = await caller(gateway, modern)(other.url, 'run_read_code', { code: 'return 40 + 2' });
  expect(toolResult(answer).text).toContain('42');
  // The thread of the other workspace is free, and none of this one's programs takes it.
  all.push(slow(), slow());
  await made.mcp(other.url, 'tools/list');
  expect(asked.count).toBe(3);
  letGo();
  for (const one of await Promise.all(all)) expect(toolResult(one).isError).toBe(false);
  expect(asked.count).toBe(5);
});

test('a program that waited for others is not answered by a server that was deleted meanwhile', async () => {
  const { made, account, server, run, asked, slow, letGo } = await holding();
  await using gateway = made;
  const all = Array.from({ length: 3 }, slow);
  await expect.poll(() => asked.count, { timeout: 20_000 }).toBe(3);
  const waiting = run('return 1', 'run_read_code');
  // As long as whoever is answered at once need not be judged again.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await gateway.api('DELETE', `/integrated-account/${account}/mcp/${server.row.id}`);
  letGo();
  for (const one of await Promise.all([...all, waiting]))
    expect(one).toMatchObject({ status: 410, message: { error: { message: expect.stringContaining('was revoked') } } });
});
