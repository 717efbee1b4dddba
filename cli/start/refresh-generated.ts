import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../runtime/value/errors.ts';
import { paint } from '../output/paint.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the generated files are made from, and they themselves. */
const folders = ['specs', 'templates', 'generator', 'generated'];

/** Where a checkout keeps the digest of those files as they were after the last run; not a part of the project. */
const stamp = join(root, 'node_modules/.cache/intercom-mcp-toolkit/generated');

/**
 * Generates the tools of a checkout, where what they are made from or they themselves changed since the last time; does
 * nothing in an installed package. Throws {@link ConfigError} where the generator fails, which has said why by then.
 */
export async function refreshGenerated(): Promise<void> {
  if (!existsSync(join(root, 'specs/intercom/contract.json'))) return;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === (await digest())) return;
  console.error(paint(process.stderr, 'dim', 'Generating the tools: the first time here, or something changed.'));
  const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0)
    throw new ConfigError('The tools could not be generated.', 'See above; npm run generate shows it again.');
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, await digest());
}

async function digest(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}
