import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../generator/other-apis/support/fixture.ts';
import { run } from '../support/run-line.ts';

const helpdesk = fileURLToPath(new URL('../../../examples/helpdesk/helpdesk.yaml', import.meta.url));
const place = join(root, randomUUID());
const project = join(place, 'helpdesk');
let made: Awaited<ReturnType<typeof run>>;

beforeAll(async () => {
  await mkdir(place, { recursive: true });
  made = await run(['init', project, '--spec', helpdesk]);
});
afterAll(() => rm(place, { recursive: true, force: true }));

test('a project is made, and the lines say how to go on', () => {
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^Helpdesk: 13 tools in \S+, \d+ tokens to list them all\.\n/);
  // Texts that are still to be written are no faults: they are counted.
  expect(made.stdout).toMatch(/^Without words: \d+ tools and arguments\. `npx intercom-mcp words` lists them\.$/m);
  expect(made.stdout).not.toContain('WORDS_MISSING');
  expect(made.stdout).toContain('\n  npm install\n  export HELPDESK_API_KEY=…\n');
  expect(made.stdout).toMatch(/install --client claude-code --api \.\n$/);
});

/** A command in a process of its own, as the config's import of the toolkit is Node's to resolve. */
async function runAlone(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<string> {
  const program = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
  const line = ['--conditions=intercom-mcp-toolkit:source', program, ...args];
  const done = await promisify(execFile)(process.execPath, line, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
  }).catch((error: { stdout: string; stderr: string }) => error);
  return done.stdout + done.stderr;
}

test('--api takes the folder of the project', async () => {
  const names = await runAlone(['tools', '--api', project, '--json', '.name']);
  expect(names.trim().split('\n')).toHaveLength(13);
});

test('the profile of its config is what is served', async () => {
  const config = join(project, 'intercom-mcp.config.ts');
  const before = await readFile(config, 'utf8');
  await writeFile(config, before.replace('profile: {', "profile: { name: 'Front Desk',"));
  const missing = await runAlone(['call', 'get_single_helpdesk_me', '--api', project], {
    HELPDESK_BASE_URL: 'http://127.0.0.1:9',
  });
  await writeFile(config, before);
  expect(missing).toMatch(/Front Desk[\s\S]*HELPDESK_API_KEY/);
});

test('the call of its README makes a request as it stands', async () => {
  const readme = await readFile(join(project, 'README.md'), 'utf8');
  const [, line = ''] = /`npx intercom-mcp (call .*? --dry-run)`/.exec(readme) ?? [];
  expect(await runAlone(line.split(' '), {}, project)).toContain('"dry_run": true');
});

describe('in the folder of the project', () => {
  const words = (...more: readonly string[]) => runAlone(['words', ...more], {}, project);

  test('words lists what its own tools lack, and checks its own overlays', async () => {
    expect(await words('--json', '.tool')).toContain('get_single_helpdesk_me\n');
    expect(await words('--lint')).toMatch(/overlays\/words\.yaml:\d+:\d+ {2}stub {2}/);
  });

  test('words writes stubs into its own overlays', async () => {
    expect(await words('--write')).toMatch(/^wrote .*overlays\/words\//m);
  });

  test.each([
    ['words', '--api-version', '2.15'],
    ['words', '--name', 'desk'],
    ['generate', '--name', 'desk'],
    ['generate', '--all-versions'],
  ])('%s %s would do nothing', async (...line) => {
    const said = await runAlone(line, {}, project);
    expect(said).toContain(`${line[1]} would do nothing`);
    expect(said).toContain('intercom-mcp.config.ts');
    expect(said).not.toContain("Intercom's");
  });
});

test('a name that no tool could have is refused, and nothing is made', async () => {
  const { code, stderr } = await run(['init', join(place, 'other'), '--spec', helpdesk, '--name', 'My Desk']);
  expect(code).not.toBe(0);
  expect(stderr).toContain('"My Desk" is not made of lower-case letters, digits and _');
});

test('a folder with something in it is left as it is', async () => {
  const { code, stderr } = await run(['init', project, '--spec', helpdesk]);
  expect(code).not.toBe(0);
  expect(stderr).toContain('PROJECT_FOLDER_TAKEN');
});
