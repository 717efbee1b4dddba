import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUninstalled } from './house/find-uninstalled.ts';

// What has to be right before a test is worth running, two at a time; `npm run check` has the commands in its path.

const CHECKS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['tsc', '-p', projectOf(join(import.meta.dirname, '..'))],
  ['biome', 'check', '.'],
  ['knip', '--no-progress'],
  ['tsc', '-p', 'dashboard'],
  ['node', 'scripts/house.ts', '--check'],
];
const AT_ONCE = 2;

/** What the compiler looks at: all, or where packages of tests are not installed, all that does without them. */
function projectOf(root: string): string {
  const { folders, files } = findUninstalled(root);
  if (files.length === 0) return '.';
  console.warn(`SKIPPED: the types of ${files.length} files, for want of the packages of ${folders.join(', ')}`);
  const folder = join(root, 'node_modules/.cache/intercom-mcp-toolkit');
  mkdirSync(folder, { recursive: true });
  const always: { exclude: string[] } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  const exclude = [...always.exclude, ...files].map((path) => join(root, path));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), exclude }));
  return join(folder, 'tsconfig.json');
}

/** Runs a command and prints all that it said when it is over; answers whether it went well. */
function check([command, ...args]: (typeof CHECKS)[number]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => said.push(bytes));
    const end = (isRight: boolean, why = ''): void => {
      process.stdout.write(`${isRight ? 'ok' : 'FAILED'}: ${[command, ...args].join(' ')}${why}\n`);
      if (said.length > 0) process.stdout.write(Buffer.concat(said));
      resolve(isRight);
    };
    child.on('error', (error) => end(false, ` (${error.message})`));
    child.on('close', (code) => end(code === 0));
  });
}

const left = [...CHECKS];

async function work(): Promise<boolean> {
  let isRight = true;
  for (let next = left.shift(); next !== undefined; next = left.shift()) isRight = (await check(next)) && isRight;
  return isRight;
}

const results = await Promise.all(Array.from({ length: AT_ONCE }, work));
if (results.includes(false)) process.exitCode = 1;
