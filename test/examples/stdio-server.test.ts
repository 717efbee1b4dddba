import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { clients, type McpClient } from '../../cli/install/clients.ts';
import { shownWords } from '../../cli/output/shown-words.ts';

const folder = fileURLToPath(new URL('../../examples/stdio-server/', import.meta.url));
const all: readonly (readonly [name: string, client: McpClient])[] = Object.entries(clients);
const readme = readFileSync(`${folder}README.md`, 'utf8');

const NAME = 'support-desk';
const VARIABLE = 'INTERCOM_ACCESS_TOKEN';
const root = '/path/to/intercom-mcp-toolkit';

/** How the example is started, with the token as a client takes it. */
function startIn({ reference }: McpClient) {
  return {
    command: `${root}/node_modules/.bin/node`,
    args: ['--conditions=intercom-mcp-toolkit:source', `${root}/examples/stdio-server/server.ts`],
    env: { [VARIABLE]: reference?.(VARIABLE) ?? '...' },
  };
}

test('there is a configuration for each client that the command installs in, and for no other', () => {
  const files = all.map(([name, { kind }]) => `${name}.${kind === 'file' ? 'json' : 'sh'}`);
  expect(readdirSync(`${folder}clients`).toSorted()).toEqual(files.toSorted());
});

test.each(all)('%s: as the command would install it, and the README says where it goes', (name, client) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${client.title} |`)) ?? '';
  const start = startIn(client);
  if (client.kind === 'command') {
    expect(row).toContain(`[${name}.sh](clients/${name}.sh)`);
    const words = [client.program, ...client.add(NAME, start, 'user')];
    expect(readFileSync(`${folder}clients/${name}.sh`, 'utf8')).toBe(`${shownWords(words)}\n`);
    return;
  }
  expect(row).toContain(`[${name}.json](clients/${name}.json)`);
  const written = JSON.parse(readFileSync(`${folder}clients/${name}.json`, 'utf8'));
  expect(written).toEqual({ [client.key]: { [NAME]: client.entry(start) } });
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    const path = client.path({ platform, environment: { APPDATA: '%APPDATA%' }, home: '~' });
    // A home directory is written alike on all systems.
    expect(row).toContain(`\`${path.replace(/^~.*/, (whole) => whole.replaceAll('\\', '/'))}\``);
  }
  if (client.projectPath !== undefined) expect(row).toContain(`\`${client.projectPath}\` in a project`);
});
