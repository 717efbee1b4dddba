import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newToken } from '../../gateway/secrets/tokens.ts';
import { CallToolResultSchema, type Client } from '../judges/legacy-sdk.ts';
import { textOf } from './clients/library.ts';
import { allow } from './consent.ts';
import { judge, type Outcome } from './judges.ts';
import { cutShort, hiddenCall, listeningGateway, sampleCall, says, shownTools } from './listening-gateway.ts';
import { startRemote, withoutBrowser } from './remote.ts';
import { runTold, tell } from './transcript.ts';

function bearer(token: string): string {
  return `Authorization: Bearer ${token}`;
}

const inspector = judge('@modelcontextprotocol/inspector/clients/launcher/build/index.js');

describe.skipIf(inspector === undefined)('the inspector', () => {
  const inspect = (era: string, url: string, ...args: string[]): Promise<Outcome> =>
    runTold(`inspector --protocol-era ${era} ${url} ${args.join(' ')}`, process.execPath, [
      ...[inspector ?? '', '--cli', url, '--transport', 'http', '--protocol-era', era],
      ...['--format', 'json', '--stored-auth-only', ...args],
    ]);
  const list = ['--method', 'tools/list'];
  const call = ({ name, arguments: given }: { name: string; arguments: object }): string[] => [
    ...['--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(given)],
  ];
  const answered = z.object({ result: z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })) }) });

  test.each(['modern', 'legacy'])('%s: lists what the filters keep, and calls', async (era) => {
    await using gateway = await listeningGateway();
    const { open, guarded, apiToken } = gateway;
    for (const [url, ...header] of [[open.url] as const, [guarded.url, '--header', bearer(apiToken)] as const]) {
      const listed = await inspect(era, url, ...list, '--strict', ...header);
      // With --strict it tells of each schema that some client does not take.
      expect(listed).toMatchObject({ code: 0, stderr: '' });
      const { tools } = answered.parse(JSON.parse(listed.stdout)).result;
      expect(tools.map(({ name }) => name)).toEqual(shownTools);
      const read = await inspect(era, url, ...call(sampleCall), ...header);
      expect(read.stdout).toContain(sampleCall.answers);
      expect(read.code).toBe(0);
    }
    const hidden = await inspect(era, open.url, ...call(hiddenCall));
    expect(hidden).toMatchObject({ code: 5, stderr: expect.stringContaining(`Tool '${hiddenCall.name}' not found`) });
  });

  // Held to the modern era, it takes every refusal but that of a login for a server of the older one.
  const pinned = 'the server did not offer pinned protocol version 2026-07-28';
  const login = 'the server requires authorization (HTTP 401)';
  test.each([
    ['modern', { noToken: login, wrongToken: login, unknown: pinned, revoked: pinned }],
    ['auto', { ...says, noToken: login, wrongToken: login }],
    ['legacy', says],
  ])('%s: says why it is refused', async (era, told) => {
    await using gateway = await listeningGateway();
    const { open, guarded, apiToken } = gateway;
    const refused = (code: number, text: string) => ({ code, stdout: '', stderr: expect.stringContaining(text) });
    expect(await inspect(era, guarded.url, ...list)).toEqual(refused(3, told.noToken));
    const wrong = ['--header', bearer(newToken('api'))];
    expect(await inspect(era, guarded.url, ...list, ...wrong)).toEqual(refused(3, told.wrongToken));
    expect(await inspect(era, cutShort(open.url), ...list)).toEqual(refused(1, told.unknown));
    await guarded.revoke();
    const right = ['--header', bearer(apiToken)];
    const withToken = `${gateway.url}/mcp/${guarded.token}`;
    expect(await inspect(era, withToken, ...list, ...right)).toEqual(refused(1, told.revoked));
    // Its id tells nobody that there was a server.
    expect(await inspect(era, guarded.url, ...list, ...right)).toEqual(refused(1, told.unknown));
  });
});

const remote = judge('mcp-remote/dist/proxy.js');

describe.skipIf(remote === undefined)('mcp-remote', () => {
  const command = (url: string, ...more: string[]) => [remote ?? '', url, '--transport', 'http-only', ...more];
  const header = ['--header', `Authorization:\${SECRET}`];
  const use = async (client: Client): Promise<void> => {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(shownTools);
    const read = CallToolResultSchema.parse(await client.callTool(sampleCall));
    expect(textOf(read.content)).toContain(sampleCall.answers);
    await expect(client.callTool(hiddenCall)).rejects.toMatchObject({ code: -32602 });
  };

  test('connects, lists and calls, without and with a token', async () => {
    await using gateway = await listeningGateway();
    await using plain = await startRemote(command(gateway.open.url));
    await use(await plain.connected);
    await tell('mcp-remote, URL alone', plain.printed.text());
    const secret = { SECRET: `Bearer ${gateway.apiToken}` };
    await using guarded = await startRemote(command(gateway.guarded.url, ...header), secret);
    await use(await guarded.connected);
    await tell('mcp-remote, right token', guarded.printed.text());
  });

  test('without a token it asks for a login, which ends at the tools', async () => {
    await using gateway = await listeningGateway();
    await using started = await startRemote(command(gateway.guarded.url));
    const back = await allow(await started.login(), gateway.apiToken);
    expect(back.hostname).toBe('localhost');
    expect((await fetch(back)).status).toBe(200);
    await use(await started.connected);
    await tell('mcp-remote, no token, then a login', started.printed.text());
    expect(started.printed.text()).toContain('Please authorize this client by visiting:');
  });

  test('with a wrong token it asks for a login as well', async () => {
    await using gateway = await listeningGateway();
    const secret = { SECRET: `Bearer ${newToken('api')}` };
    await using started = await startRemote(command(gateway.guarded.url, ...header), secret);
    expect(await started.login()).toContain(`${gateway.url}/oauth/mcp/`);
    await tell('mcp-remote, wrong token', started.printed.text());
    expect(started.printed.text()).not.toContain('Connected to remote server');
  });

  test('says why it ends where the URL is cut short, and where the server was revoked', async () => {
    await using gateway = await listeningGateway();
    const end = async (title: string, url: string) =>
      runTold(`mcp-remote, ${title}`, process.execPath, command(url), { at: await withoutBrowser() });
    const unknown = await end('URL cut short', cutShort(gateway.open.url));
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining(says.unknown) });
    await gateway.open.revoke();
    const revoked = await end('revoked', gateway.open.url);
    expect(revoked).toMatchObject({ code: 1, stderr: expect.stringContaining(says.revoked) });
  });
});
