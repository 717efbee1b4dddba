import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSandbox, listenSandbox } from '../../../sandbox/index.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { Client, StreamableHTTPClientTransport } from '../../judges/legacy-sdk.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { connectStdio } from '../../support/stdio-client.ts';
import { main, PATH, running } from '../support/running-command.ts';

function start(...args: string[]) {
  return running(['start', '--port', '0', '--sandbox-port', '0', '--gateway-port', '0', ...args], /Ctrl\+C/);
}
function found(output: string, pattern: RegExp): string {
  return pattern.exec(output)?.[1] ?? expect.fail(output);
}

describe('start', () => {
  test('tells where the tools and the workspace are, and how to connect; both answer; it ends at once', async () => {
    await using started = await start('--seed', '3');
    const mcp = found(started.output, /^MCP server +(http:\/\/127\.0\.0\.1:\d+\/mcp) /m);
    const workspace = found(started.output, /^Workspace +(http:\/\/127\.0\.0\.1:\d+) /m);
    expect(started.output).toContain(`claude mcp add --transport http intercom ${mcp}`);
    const [config = ''] = /^ {2}\{[\s\S]*?^ {2}\}/m.exec(started.output) ?? [];
    expect(JSON.parse(config)).toEqual({
      mcpServers: { intercom: { command: 'npx', args: ['-y', 'mcp-remote', mcp] } },
    });
    expect(started.output).not.toContain('\u001b');

    const client = new Client({ name: 'start', version: '1' });
    // The SDK's own type of a transport differs from its client's under exactOptionalPropertyTypes.
    await client.connect(new StreamableHTTPClientTransport(new URL(mcp)) as Parameters<Client['connect']>[0]);
    const answer = await client.callTool({
      name: 'update_a_intercom_contact_by_id',
      arguments: { contact_id: cast.contacts.amara, name: 'Changed' },
    });
    expect(answer.isError).toBeFalsy();
    await client.close();
    const changes = await (await fetch(`${workspace}/_sandbox/changes`)).json();
    expect(changes).toContainEqual(expect.objectContaining({ at: 'name', after: 'Changed' }));

    const gateway = found(started.output, /^ {2}Address +(http:\/\/127\.0\.0\.1:\d+) /m);
    const adminKey = found(started.output, /^ {2}Admin key +(imcp_adm_\S+)/m);
    const accounts = await fetch(`${gateway}/integrated-account`, { headers: { authorization: `Bearer ${adminKey}` } });
    const { result } = (await accounts.json()) as { result: object[] };
    expect(result).toMatchObject([{ label: 'Fernhill', region: 'sandbox' }]);
    const server = found(started.output, /^ {2}MCP server +(http\S+\/mcp\/imcp_srv_\S+)/m);
    const list = await readAnswer(await fetch(modernRequest('tools/list', {}, { url: server })));
    expect(list.message.result?.tools).toHaveLength(231);
    expect(await started.stop()).toBe(0);
  });

  test('uses the workspace of a token, and starts none', async () => {
    await using other = await listenSandbox(createSandbox());
    const env = { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: other.url };
    await using started = await running(['start', '--port', '0', '--gateway-port', '0'], /Ctrl\+C/, env);
    expect(started.output).toContain(`Workspace   the one of INTERCOM_ACCESS_TOKEN (${other.url})`);
    expect(started.output).not.toContain('_sandbox');
    expect(started.output).toMatch(/ {2}MCP server +http\S+\/mcp\/imcp_srv_\S+\n +read, for a day/);
  });

  test('serves the tools even where the token is refused, and says what the gateway lacks', async () => {
    await using other = await listenSandbox(createSandbox({ token: 'another' }));
    const env = { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: other.url };
    await using started = await running(['start', '--port', '0', '--gateway-port', '0'], /Ctrl\+C/, env);
    expect(started.output).toMatch(/ {2}Account +not connected: .*did not accept the access token/);
  });

  test('a port that is taken is told, with what to do, and nothing stays behind', async () => {
    await using other = await listenSandbox(createSandbox());
    const taken = new URL(other.url).port;
    for (const args of [
      ['--port', taken, '--sandbox-port', '0', '--gateway-port', '0'],
      ['--port', '0', '--sandbox-port', taken, '--gateway-port', '0'],
      ['--port', '0', '--sandbox-port', '0', '--gateway-port', taken],
    ]) {
      const failed = promisify(execFile)(process.execPath, [main, 'start', ...args], { env: { PATH } });
      await expect(failed).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/EADDRINUSE[\s\S]*0 takes a free one/),
      });
    }
  });
});

describe('sandbox', () => {
  test('prints its address alone, what to set on standard error, and does what its options say', async () => {
    await using started = await running(['sandbox', '--port', '0', '--rate-limit', '1', '--fail', '0%'], /^http/);
    const [url = ''] = started.lines;
    expect(started.lines).toHaveLength(1);
    const me = () => fetch(`${url}/me`, { headers: { authorization: 'Bearer x' } });
    const statuses = [(await me()).status, (await me()).status, (await me()).status];
    // A window of ten seconds may end between them.
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(await started.stop()).toBe(0);
    expect(await started.complaint).toContain(`export INTERCOM_BASE_URL=${url} INTERCOM_ACCESS_TOKEN=sandbox`);
  });

  test.for([
    ['--fail', '120%'],
    ['--latency', '300-100'],
    ['--rate-limit', '0'],
    ['--scale', 'many'],
    ['--port', '99999'],
  ] as const)('%s %s is refused', async ([option, value]) => {
    const failed = promisify(execFile)(process.execPath, [main, 'sandbox', option, value], { env: { PATH } });
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(option) });
  });
});

test('serve --sandbox needs no token and no port', async () => {
  await using client = await connectStdio({
    command: process.execPath,
    args: [main, 'serve', '--sandbox', '--tags', 'admins'],
    env: { PATH },
  });
  expect(await client.names()).toContain('get_single_intercom_me');
  expect(await client.call('get_single_intercom_me')).toContain(`"id":"${cast.admins.maya}"`);
});

test('serve without a token lists the tools, and answers each call with what to do', async () => {
  for (const [args, want] of [
    [[], 'intercom-mcp login, or set INTERCOM_ACCESS_TOKEN'],
    [['--profile', 'acme'], 'There is no profile "acme"'],
  ] as const) {
    await using client = await connectStdio({
      command: process.execPath,
      args: [main, 'serve', '--tags', 'admins', ...args],
      env: { PATH, INTERCOM_MCP_CONFIG_DIR: '/nonexistent' },
    });
    expect(await client.names()).toContain('get_single_intercom_me');
    expect(await client.call('get_single_intercom_me')).toContain(want);
  }
});
