import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../runtime/value/errors.ts';
import { paint } from '../output/paint.ts';
import { loadGenerator } from '../workspace/load-generator.ts';
import { foldersOf, INTERCOM } from './intercom-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Generates the tools of a checkout, where what they are made from or they themselves changed since they were generated;
 * does nothing in an installed package. Throws {@link ConfigError} where the generator fails, which has said why by then.
 */
export async function refreshGenerated(): Promise<void> {
  if (!existsSync(join(root, 'specs/intercom/contract.json')) || (await isCurrent())) return;
  console.error(paint(process.stderr, 'dim', 'Generating the tools: what they are made from, or they, changed.'));
  const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0)
    throw new ConfigError('The tools could not be generated.', 'See above; npm run generate shows it again.');
}

async function isCurrent(): Promise<boolean> {
  const { isGenerated } = await loadGenerator();
  const { spec, overlays, out } = foldersOf();
  return isGenerated({
    ...INTERCOM,
    spec: join(root, spec, 'contract.json'),
    overlays: join(root, overlays),
    out: join(root, out),
  });
}
