import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Says on standard error what takes its time. */
export type Progress = (text: string) => void;

/** Where neighbours are installed when no other folder is named: the user's own, so that nobody else can have put anything there. */
export function defaultScratch(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'intercom-mcp-toolkit-bench');
}

/** A package with its version, or the path of a tarball. */
export type PackageSpec = string;

/**
 * A folder with exactly these packages installed; one that was installed before with the same is taken as it is. Scripts of packages
 * are not run. Throws with what npm says where it cannot.
 */
export async function installed(
  scratch: string,
  { name, packages }: { readonly name: string; readonly packages: readonly PackageSpec[] },
  progress: Progress,
): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(packages)).digest('hex').slice(0, 12);
  const folder = join(scratch, `${name}-${digest}`);
  if (existsSync(folder)) return folder;
  progress(`installing ${name}`);
  const making = `${folder}.${process.pid}`;
  await mkdir(making, { recursive: true });
  await writeFile(join(making, 'package.json'), `${JSON.stringify({ private: true, type: 'module' })}\n`);
  try {
    await npm(making, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...packages]);
    // Another run may have been faster; what it made is the same.
    await rename(making, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Runs npm in a folder; resolves to what it printed, throws with what it complained of. */
export async function npm(cwd: string, args: readonly string[]): Promise<string> {
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd,
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever runs this by npm has told it things that are not for another folder.
    env: Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^npm_(?:package|lifecycle|config_(?:local_prefix|prefix))/i.test(name),
      ),
    ),
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`npm ${args[0]} ended with ${code}: ${said.stderr.trim().slice(0, 300)}`);
  return said.stdout;
}
