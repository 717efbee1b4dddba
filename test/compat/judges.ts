import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('node_modules/', import.meta.url));

/** The project's own command. */
export const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** How a program ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The file of a judge's package; undefined, and said loudly, where the packages of this folder are not installed. */
export function judge(file: string): string | undefined {
  const path = join(packages, file);
  if (existsSync(path)) return path;
  console.warn(`SKIPPED: ${file} is absent; install it with npm ci --prefix test/compat`);
  return undefined;
}

/** A folder and an environment for a judge: nobody's settings, this Node first in PATH, and no calls home. */
export async function isolated(): Promise<{ readonly cwd: string; readonly env: Record<string, string> }> {
  const home = await mkdtemp(join(tmpdir(), 'compat-'));
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    CLAUDE_CONFIG_DIR: join(home, 'claude'),
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_AUTOUPDATER: '1',
  };
  return { cwd: home, env };
}

/** Runs a program to its end, at most a minute unless said otherwise. */
export async function run(
  command: string,
  args: readonly string[],
  { at, timeout = 60_000 }: { at?: Awaited<ReturnType<typeof isolated>>; timeout?: number } = {},
): Promise<Outcome> {
  const options = { ...(at ?? (await isolated())), timeout, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
