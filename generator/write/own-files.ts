import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What earlier versions of the generator wrote under other names. */
const FORMER = ['contract.json', 'schema.d.ts', 'time-keys.ts', 'version.ts'];

/** What every run writes under the same names, but for the modules of tools and of their inputs. */
export const WHOLE = [
  ...['answers.json', 'answers.ts', 'api.ts', 'catalog.json', 'connection.ts', 'facts.ts', 'index.ts', 'modules.ts'],
  ...['operations.json', 'types/outputs.ts', 'types/schema.d.ts'],
];

/** Files of a folder that an earlier run may have written, and which the next one deletes where it does not write them. */
export function replacedFiles(folder: string): string[] {
  const former = entriesOf(folder).filter((entry) => FORMER.includes(entry));
  const parts = ['tools', 'inputs'].flatMap((part) =>
    entriesOf(join(folder, part))
      .filter((entry) => entry.endsWith('.ts'))
      .map((entry) => `${part}/${entry}`),
  );
  return [...former, ...parts];
}

/** What stands in a folder; nothing in one that is not there. */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
