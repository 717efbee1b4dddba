import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, pack, succeed } from './support/packed.ts';

const node = process.execPath;
const helpdesk = fileURLToPath(new URL('../../examples/helpdesk/helpdesk.yaml', import.meta.url));

let folder: string;
/** A folder with both packages. */
let place: string;
let command: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const packed = await pack(folder);
  place = await install([packed.toolkit, packed.generator]);
  command = join(place, 'node_modules/intercom-mcp-toolkit/cli/intercom-mcp.js');
}, 600_000);
afterAll(async () => {
  for (const made of [folder, place]) if (made !== undefined) await rm(made, { recursive: true, force: true });
});

/** The program that a printed line tells a client to start. */
function scriptIn(line: string): string {
  return /"args":\["([^"]*)"/.exec(line)?.[1] ?? '';
}

test('what a client is told to start is a file of the package', async () => {
  const line = await succeed(node, [command, 'install', '--client', 'claude-code', '--print'], place);
  expect(scriptIn(line)).toMatch(/intercom-mcp\.js$/);
  expect(existsSync(scriptIn(line))).toBe(true);
});

test('init makes a project whose tools are tested and put into a client', async () => {
  await succeed(node, [command, 'init', 'helpdesk', '--spec', helpdesk], place);
  // Within a folder that has both packages, so that nothing is left to install.
  const project = join(place, 'helpdesk');
  expect(await succeed(node, ['--test', 'test/*.test.ts'], project)).toMatch(/pass 14\n[\s\S]*fail 0\n/);
  const line = await succeed(node, [command, 'install', '--client', 'claude-code', '--api', '.', '--print'], project);
  expect(line).toMatch(/^claude mcp add-json .* helpdesk /);
  expect(existsSync(scriptIn(line))).toBe(true);
});
