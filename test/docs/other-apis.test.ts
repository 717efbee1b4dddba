import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, test } from 'vitest';
import { generatedFolder } from '../cli/api/support/pets.ts';
import { byRoute, record } from '../support/recorder.ts';
import { blocksOf, root } from './support/pages.ts';

const [server, profile] = blocksOf('ts').filter(({ page }) => page === 'docs/other-apis.md');

test('the README and the page show the same three commands, from a description to a connected client', () => {
  const [own, other] = ['README.md', 'docs/other-apis.md'].map(
    (page) => blocksOf('sh').find((block) => block.page === page && block.text.includes('intercom-mcp init'))?.text,
  );
  expect(own).toBe(other);
  expect(own?.trim().split('\n')).toEqual([
    expect.stringMatching(/^npx .* intercom-mcp init helpdesk --spec https:/),
    'cd helpdesk && npm install',
    'npx intercom-mcp install --client claude-code --api .',
  ]);
});

test('the program of the page serves what was generated, with the profile of the page beside it', async () => {
  await using pets = await generatedFolder(undefined, { name: 'petstore' });
  await using api = await record(byRoute({ 'GET /pets': [{ id: '7', name: 'Rex' }] }));
  const folder = await mkdtemp(join(root, '.tmp', 'other-apis-'));
  try {
    await cp(pets.folder, join(folder, 'generated/petstore'), { recursive: true });
    await writeFile(join(folder, 'generated/petstore/profile.ts'), profile?.text ?? '');
    await writeFile(join(folder, 'serve.ts'), server?.text ?? '');
    const client = new Client({ name: 'test', version: '1' });
    const env = { PATH: process.env.PATH ?? '', PETSTORE_TOKEN: 'woof', PETSTORE_BASE_URL: api.url };
    const args = ['--conditions=intercom-mcp-toolkit:source', join(folder, 'serve.ts')];
    await client.connect(new StdioClientTransport({ command: execPath, args, env, stderr: 'inherit' }));
    expect(client.getServerVersion()).toMatchObject({ name: 'petstore-mcp', websiteUrl: 'https://petstore.example' });
    const answer = await client.callTool({ name: 'list_all_petstore_pets', arguments: {} });
    expect(JSON.stringify(answer.content)).toContain('Rex');
    expect(api.requests[0]?.headers.authorization).toBe('Bearer woof');
    await client.close();
    const { profile: own } = await import(join(folder, 'generated/petstore/profile.ts'));
    expect(own).toMatchObject({ name: 'Petstore' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
