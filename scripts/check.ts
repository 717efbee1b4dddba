import { spawn } from 'node:child_process';

// What has to be right before a test is worth running, two at a time; `npm run check` has the commands in its path.

const CHECKS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['tsc', '-p', '.'],
  ['biome', 'check', '.'],
  ['knip', '--no-progress'],
  ['tsc', '-p', 'dashboard'],
  ['node', 'scripts/house.ts', '--check'],
];
const AT_ONCE = 2;

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
