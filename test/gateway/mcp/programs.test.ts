import { describe, expect, test } from 'vitest';
import { createAccountCall } from '../../../gateway/mcp/account-call.ts';
import { BEGUN } from '../../../gateway/store/contract/audit.ts';
import { intercom } from '../../../intercom/catalog.ts';
import type { ProgramFailure } from '../../../runtime/code/explain-failure.ts';
import { callListed } from '../../../runtime/mcp/call-listed.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { type TestGateway, type TestGatewayOptions, testGateway } from '../support/gateway.ts';
import { runProgram } from './support/run-program.ts';

const ME = 'get_single_intercom_me';
const CREATE = 'create_a_intercom_contact';
const contact = { role: 'lead', name: 'Vip' };
const writing = { methods: ['read', 'write'], mode: 'code' as const };

async function linesOf({ store, gateway }: TestGateway, action = 'tools/call') {
  await gateway.context.audit.flush();
  return (await store.audit.list({ action }, { limit: 100 })).rows.toReversed();
}

/** A gateway with a server that has the mode `code`. */
async function coded(config: object = writing, options: TestGatewayOptions = {}) {
  const made = await testGateway(options);
  const account = await made.account();
  return { made, account, server: await made.server(account, config) };
}

describe('a program', () => {
  test('and each of its calls have lines of one program; a write has one before it goes out', async () => {
    const { made, server } = await coded();
    await using gateway = made;
    const going = new Set<Promise<void>>();
    const program = await runProgram(gateway, server, { going });
    await program.inner(ME);
    await program.inner(CREATE, contact);
    await program.inner(CREATE, { role: 'king' });
    expect(going.size).toBe(1);
    await program.end();
    expect(going.size).toBe(0);
    const lines = await linesOf(gateway);
    expect(lines.map(({ tool, status, program_id }) => [tool, status, program_id])).toEqual([
      [ME, 'ok', 'p1'],
      [CREATE, BEGUN, 'p1'],
      [CREATE, 'ok', 'p1'],
      [CREATE, 'invalid_input', 'p1'],
      ['run_code', 'ok', 'p1'],
    ]);
    const [, begun, ok, , own] = lines;
    expect(ok?.call_id).toBe(begun?.call_id);
    expect(own).toMatchObject({ arguments: '{"code":"string of 8","dry_run":"boolean"}', upstream_status: null });
    const { body: metrics } = await gateway.api('GET', '/metrics');
    expect(metrics).toContain('intercom_gateway_programs_total{status="ok"} 1');
    expect(metrics).toContain('intercom_gateway_program_seconds_count 1');
    expect(metrics).toContain(`intercom_gateway_tool_calls_total{tool="${CREATE}",status="ok"} 1`);
    expect(metrics).not.toContain('tool="run_code"');
  });

  test.each(['syntax', 'shape', 'error', 'refused', 'upstream', 'time', 'memory', 'stuck'] satisfies ProgramFailure[])(
    'that failed by %s says so in its line',
    async (failure) => {
      const { made, server } = await coded();
      await using gateway = made;
      const program = await runProgram(gateway, server);
      await program.end({ tool: 'run_read_code', status: 'error', failure });
      expect(await linesOf(gateway)).toMatchObject([{ tool: 'run_read_code', status: `program_${failure}` }]);
    },
  );

  test('that was given up is known by its calls', async () => {
    const { made, server } = await coded();
    await using gateway = made;
    const program = await runProgram(gateway, server);
    await program.inner(ME);
    // What is thrown on the way says nothing of a program.
    await program.call.onCall({ tool: 'run_code', arguments: { code: 'x' }, status: 'error', isCancelled: true });
    expect(await linesOf(gateway)).toMatchObject([{ program_id: 'p1' }, { status: 'cancelled', program_id: 'p1' }]);
  });

  test('makes calls beside one another, each with a state of its own; what is left of the budget is said by the last answer', async () => {
    const sandbox = createSandbox({ rateLimit: 1000 });
    const { made, server } = await coded(writing, { sandbox });
    await using gateway = made;
    const program = await runProgram(gateway, server);
    expect(program.call.rateLimit()).toBeUndefined();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        program.inner(index % 2 === 0 ? CREATE : ME, index % 2 === 0 ? contact : {}),
      ),
    );
    const lines = await linesOf(gateway);
    const writes = lines.filter(({ tool }) => tool === CREATE);
    expect(new Set(writes.map(({ call_id }) => call_id)).size).toBe(3);
    expect(lines.filter(({ tool, call_id }) => tool === ME && call_id !== null)).toEqual([]);
    const left = program.call.rateLimit()?.remaining ?? Number.NaN;
    await program.inner(ME);
    expect(program.call.rateLimit()?.remaining).toBe(left - 1);
  });

  test('changes nothing that cannot be recorded, and reads on', async () => {
    const { made, account } = await coded();
    await using gateway = made;
    const { context } = gateway.gateway;
    const blind = { ...context, audit: { ...context.audit, record: async () => false } };
    const row = await gateway.store.accounts.get(account);
    if (row === undefined) throw new Error('no account');
    let sent = 0;
    const client = {
      exchange: async (_tool: unknown, _input: unknown, options?: { beforeSend?: () => Promise<void> }) => {
        await options?.beforeSend?.();
        sent += 1;
        return { status: 200, output: {}, repairs: [] };
      },
    };
    const by = { actor: 'url', actor_name: null, address: null } as const;
    const access = { account: row, client: client as never };
    const call = createAccountCall(blind, { access, serverId: 's', by, going: new Set(), isTool: () => true });
    const answers = [ME, CREATE].map((tool) =>
      callListed(
        { resolve: () => ({ tool, arguments: {} }) },
        { name: tool },
        { signal: new AbortController().signal },
        { ...intercom, ...call.innerCall({ id: 'p' }) },
      ),
    );
    const [read, write] = await Promise.all(answers);
    expect(read).not.toHaveProperty('isError', true);
    expect(write).toMatchObject({ isError: true });
    expect(JSON.stringify(write)).toContain('Nothing was changed');
    expect(sent).toBe(1);
  });

  test('whose account was revoked at Intercom records that once', async () => {
    const sandbox = createSandbox({ rateLimit: 1_000_000 });
    let isRevoked = false;
    const answer: typeof fetch = (...request) =>
      isRevoked
        ? Promise.resolve(
            Response.json({ type: 'error.list', errors: [{ code: 'unauthorized', message: 'x' }] }, { status: 401 }),
          )
        : sandbox.fetch(...request);
    const { made, server } = await coded(writing, { fetch: answer });
    await using gateway = made;
    const program = await runProgram(gateway, server);
    isRevoked = true;
    for (let calls = 0; calls < 3; calls += 1) expect(await program.inner(ME)).toContain('has to connect it again');
    expect(await linesOf(gateway, 'account.needs_reauth')).toHaveLength(1);
    isRevoked = false;
    await program.inner(ME);
    expect(await linesOf(gateway, 'account.active')).toHaveLength(1);
  });
});

describe('a program is no way around a limit', () => {
  test('of its server', async () => {
    const { made, server } = await coded({ ...writing, rate_limit: { requests: 2, seconds: 60 } });
    await using gateway = made;
    const program = await runProgram(gateway, server);
    await program.inner(ME);
    await program.inner(CREATE, contact);
    expect(await program.inner(CREATE, contact)).toContain('This MCP server answers 2 requests in 60 seconds.');
    expect(program.refused).toEqual(['rate_limited']);
    const lines = await linesOf(gateway);
    expect(lines.map(({ status }) => status)).toEqual(['ok', BEGUN, 'ok', 'refused_rate_limited']);
    gateway.pass(120_000);
    await program.inner(ME);
    expect(program.refused).toEqual(['rate_limited']);
  });

  test('of its workspace', async () => {
    const { made, server } = await coded(writing, { accountLimit: 1 });
    await using gateway = made;
    const program = await runProgram(gateway, server);
    await program.inner(ME);
    expect(await program.inner(ME)).toContain('answer 1 requests in 60 seconds');
  });
});

interface Place extends Awaited<ReturnType<typeof coded>> {
  readonly tokenId: string;
  readonly path: string;
}

/** What is done while a program runs, and what its next call is refused by. */
const ends: readonly [string, string, (place: Place) => unknown][] = [
  ['its server was deleted', 'revoked', ({ made, path }) => made.api('DELETE', path)],
  ['its server was switched off', 'server_disabled', ({ made, path }) => made.api('PATCH', path, { enabled: false })],
  [
    'its server shows something else',
    'server_changed',
    ({ made, path }) => made.api('PATCH', path, { config: { methods: ['read'] } }),
  ],
  ['its time was over', 'expired', ({ made }) => made.pass(3_600_000)],
  ['its API token was revoked', 'unauthorized', ({ made, tokenId }) => made.api('DELETE', `/api-token/${tokenId}`)],
  ['its workspace was removed', 'revoked', ({ made, account }) => made.api('DELETE', `/integrated-account/${account}`)],
];

test.each(ends)('no call of a program is made any more when %s', async (_name, code, end) => {
  const made = await testGateway();
  await using gateway = made;
  const account = await made.account();
  const config = { ...writing, require_api_token_auth: code === 'unauthorized' };
  const server = await made.server(account, config, made.now() + 3_600_000);
  const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
  const program = await runProgram(gateway, server, { bearer: body.token });
  expect(await program.inner(ME)).not.toContain('"isError":true');
  await end({ made, account, server, tokenId: body.id, path: `/integrated-account/${account}/mcp/${server.row.id}` });
  expect(await program.inner(CREATE, contact)).toContain('"isError":true');
  expect(program.refused).toEqual([code]);
  const lines = await linesOf(gateway);
  expect(lines.map(({ status }) => status)).toEqual(['ok', `refused_${code}`]);
});
