import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, type Progress } from './scratch.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The tarballs of both packages. */
export interface Packed {
  readonly toolkit: string;
  readonly generator: string;
}

/** Builds and packs this checkout; what was packed of the same sources is taken again. */
export async function packCheckout(scratch: string, progress: Progress): Promise<Packed> {
  const folder = join(scratch, `packed-${digestOfSources()}`);
  if (!existsSync(folder)) {
    progress('building and packing this checkout');
    const making = `${folder}.${process.pid}`;
    await mkdir(making, { recursive: true });
    try {
      await npm(root, ['run', '--silent', 'build']);
      for (const cwd of [root, join(root, 'generator')])
        await npm(cwd, ['pack', '--ignore-scripts', '--pack-destination', making]);
      await rename(making, folder);
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  const files = await readdir(folder);
  const find = (name: string): string => {
    const file = files.find((one) => one.startsWith(name));
    if (file === undefined) throw new Error(`${folder} has no ${name}; remove it and try again`);
    return join(folder, file);
  };
  return { toolkit: find('intercom-mcp-toolkit-'), generator: find('intercom-mcp-generator-') };
}

/** Names what Git knows of the sources, with all that is not committed. */
function digestOfSources(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const hash = createHash('sha256')
    .update(git('rev-parse', 'HEAD'))
    .update(git('diff', 'HEAD', '--', '.', ':!bench', ':!test', ':!docs'));
  const untracked = git('ls-files', '--others', '--exclude-standard', '--', '.', ':!bench', ':!test', ':!docs')
    .split('\n')
    .filter(Boolean);
  for (const file of untracked) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}
