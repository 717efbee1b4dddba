import { readFile } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, test } from 'vitest';
import { cast, createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { npxOnPath } from './support/npx-on-path.ts';

const plugin = new URL('../../examples/claude-code-plugin/', import.meta.url);

async function read(path: string): Promise<string> {
  return await readFile(new URL(path, plugin), 'utf8');
}

const manifest = JSON.parse(await read('.claude-plugin/plugin.json'));
const servers: { command: string; args: string[]; env: Record<string, string> }[] = Object.values(
  JSON.parse(await read('.mcp.json')).mcpServers,
);

test('has the version of the package, and each setting that it asks for reaches the server', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(manifest.version).toBe(version);
  const wanted = Object.keys(manifest.userConfig).map((name) => `\${user_config.${name}}`);
  for (const { env } of servers) expect(Object.values(env).sort()).toEqual(wanted.sort());
});

test('the marketplace of this repository leads to it', async () => {
  const { plugins } = JSON.parse(await readFile('.claude-plugin/marketplace.json', 'utf8'));
  const { name, description } = manifest;
  expect(plugins).toEqual([{ name, description, source: './examples/claude-code-plugin' }]);
});

test('its icon is that of the other programs', async () => {
  const [own, other] = await Promise.all(
    [new URL('.claude-plugin/icon.png', plugin), 'dashboard/icon.png'].map((file) => readFile(file)),
  );
  expect(own).toEqual(other);
});

test('its server starts as written, and the programs of its skill answer those who ask, once, and nobody else', async () => {
  await using npx = await npxOnPath();
  const sandbox = createSandbox();
  await using listening = await listenSandbox(sandbox);
  const [{ command, args, env } = { command: '', args: [], env: {} }] = servers;
  const filled: Record<string, string> = { access_token: 'sandbox', region: manifest.userConfig.region.default };
  const given = Object.entries(env).map(([name, value]) => [name, filled[value.slice(14, -1)] ?? '']);
  let asked = 0;
  const client = new Client({ name: 'test', version: '1' }, { capabilities: { elicitation: {} } });
  client.setRequestHandler('elicitation/create', async () => {
    asked += 1;
    return { action: 'accept', content: { confirm: true } };
  });
  await client.connect(
    new StdioClientTransport({
      ...{ command, args, stderr: 'ignore' },
      env: { ...Object.fromEntries(given), PATH: npx.PATH, INTERCOM_BASE_URL: listening.url },
    }),
  );
  async function run(name: string, code: string) {
    const { content, isError } = await client.callTool({ name, arguments: { code } });
    const [text] = content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    expect(isError, text).toBeFalsy();
    return JSON.parse(text ?? '');
  }
  const programs = [...(await read('skills/triage/SKILL.md')).matchAll(/```ts program\n(.*?)```/gs)].map(
    ([, code = '']) => code,
  );
  const [reading = '', replying = ''] = programs;

  const { conversations, articles } = await run('run_read_code', reading);
  const waiting: { id: string; question: string; isOfContact: boolean; said: unknown[] }[] = conversations;
  expect(waiting.map(({ id }) => id).toSorted()).toEqual(cast.conversations.resets);
  for (const conversation of waiting)
    expect(conversation).toMatchObject({ question: expect.stringContaining('password'), isOfContact: true, said: [] });
  expect(articles).toContainEqual(expect.objectContaining({ id: cast.articles.passwordReset }));

  const replies = Object.fromEntries(
    waiting.map(({ id }) => [id, 'Choose **Forgot your password?** and follow the link.']),
  );
  const filledIn = replying.replace(/const replies = \{.*?\};/s, `const replies = ${JSON.stringify(replies)};`);
  expect(filledIn).not.toBe(replying);
  expect((await run('run_code', filledIn)).toSorted()).toEqual(cast.conversations.resets);
  expect(asked).toBe(1);
  await client.close();
  const answered = sandbox.changes().filter(({ at }) => /^parts\.\d+$/.test(at));
  expect(answered.map(({ id }) => id).toSorted()).toEqual(cast.conversations.resets);
  for (const { after } of answered) expect(JSON.stringify(after)).toContain(cast.admins.maya);
});
