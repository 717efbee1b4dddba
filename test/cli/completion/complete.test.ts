import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellScripts, shells } from '../../../cli/completion/shell-scripts.ts';
import { catalog } from '../../../intercom/catalog.ts';
import { run } from '../support/run-line.ts';
import { main } from '../support/running-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'complete-'));
  await writeFile(join(folder, 'profiles.json'), '{"profiles":{"acme":{},"beta":{}}}', { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

async function offered(...words: string[]): Promise<string[]> {
  const { stdout } = await run(['complete', '--', ...words], { INTERCOM_MCP_CONFIG_DIR: folder });
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

test.each<[string[], string[]]>([
  [['se'], ['serve']],
  [['log'], ['login', 'logout']],
  [['gateway', 'key'], ['keys']],
  [
    ['gateway', 'keys', ''],
    ['list', 'create', 'revoke', 'help'],
  ],
  [['gateway', '--store', 'x', 'exp'], ['export']],
  [['serve', '--sand'], ['--sandbox']],
  [
    ['serve', '--sandbox', '--region', ''],
    ['us', 'eu', 'au'],
  ],
  [['serve', '--region=e'], ['--region=eu']],
  [['serve', '--tags', 'tag'], ['tags']],
  [['serve', '--tags', 'support,tag'], ['support,tags']],
  [['serve', '--tags', 'tags,tag'], []],
  [
    ['tools', '--methods', 'de'],
    ['destructive', 'delete'],
  ],
  [
    ['gateway', 'keys', 'create', 'x', '--role', 'a'],
    ['admin', 'auditor'],
  ],
  [
    ['install', '--client', 'claude'],
    ['claude-desktop', 'claude-code'],
  ],
  [
    ['whoami', '--profile', ''],
    ['acme', 'beta'],
  ],
  [['profiles', 'use', 'a'], ['acme']],
  [['call', 'getMe'], ['getMe']],
  [['call', '--sandbox', 'replyToConversation', 'admin'], ['admin_id=']],
  [['call', 'searchTickets', 'query={}', 'limi'], ['limit=']],
  [['completion', 'f'], []],
  [['nothing', '--no'], []],
  [['gateway', 'keys', 'create', ''], []],
  [[], []],
])('%j is completed with %j', async (words, want) => {
  if (words.length === 0) expect(await offered()).toContain('serve');
  else expect(await offered(...words)).toEqual(want);
});

test('all tools are offered, by both names, and all of the program but what shells ask', async () => {
  const names = await offered('call', '');
  expect(names).toEqual(expect.arrayContaining(catalog.flatMap((entry) => [entry.name, entry.function])));
  expect(await offered('comp')).toEqual(['completion']);
});

test.each(shells)('the script of %s is printed', async (shell) => {
  const { stdout, code } = await run(['completion', shell]);
  expect(code).toBe(0);
  expect(Object.values(shellScripts)).toContain(stdout);
});

describe('bash, with the script', () => {
  let bin: string;
  beforeAll(async () => {
    bin = await mkdtemp(join(tmpdir(), 'bin-'));
    await writeFile(join(bin, 'intercom-mcp'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
    await chmod(join(bin, 'intercom-mcp'), 0o755);
  });
  afterAll(() => rm(bin, { recursive: true }));

  test('gets the part of the word that it replaces, and files where nothing is known', async () => {
    const lines = [
      'intercom-mcp serve --tags support,tag',
      'intercom-mcp serve --region=e',
      'intercom-mcp call getMe fi',
    ];
    const tries = lines.map(
      (line) => `COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; _intercom_mcp; echo "\${COMPREPLY[*]}"`,
    );
    const script = ['set -u', 'source <(intercom-mcp completion bash)', ...tries, 'complete -p intercom-mcp'].join(
      '\n',
    );
    const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, INTERCOM_MCP_CONFIG_DIR: folder };
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script], { env });
    expect(stdout.split('\n')).toEqual([
      'support,tags',
      'eu',
      'fields=',
      'complete -o default -F _intercom_mcp intercom-mcp',
      '',
    ]);
  });
});
