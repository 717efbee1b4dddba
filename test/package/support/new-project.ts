import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { succeed } from './packed.ts';

const helpdesk = fileURLToPath(new URL('../../../examples/helpdesk/helpdesk.yaml', import.meta.url));

/** What became of a project that `init` made within a folder which has both packages, so that nothing is left to install. */
export interface NewProject {
  /** How many of its own tests passed, and how many did not. */
  readonly passed: number;
  readonly failed: number;
  /** Whether the program that `install` tells a client to start is there. */
  readonly canStart: boolean;
}

/** Makes a project of a small description, runs its tests, and asks for what a client is told. */
export async function tryNewProject(command: string, place: string): Promise<NewProject> {
  const project = join(place, 'helpdesk');
  const own = (...args: string[]) => succeed(process.execPath, [command, ...args], project);
  await succeed(process.execPath, [command, 'init', 'helpdesk', '--spec', helpdesk], place);
  const tested = await succeed(process.execPath, ['--test', 'test/*.test.ts'], project);
  const count = (what: string): number => Number(new RegExp(`${what} (\\d+)`).exec(tested)?.[1]);
  const line = await own('install', '--client', 'claude-code', '--api', '.', '--print');
  const [, script = ''] = /"args":\["([^"]*)"/.exec(line) ?? [];
  return { passed: count('pass'), failed: count('fail'), canStart: existsSync(script) };
}
