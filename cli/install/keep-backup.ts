import { constants, copyFile } from 'node:fs/promises';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from '../files/system-code.ts';

/** Backups of one file; whoever has as many has forgotten to tidy up. */
const MOST = 100;

/** Copies a file beside itself, under the first name that is free, and answers that; throws {@link ConfigError} where it cannot. */
export async function keepBackup(path: string): Promise<string> {
  for (let number = 1; number <= MOST; number += 1) {
    const backup = `${path}.bak${number === 1 ? '' : number}`;
    try {
      await copyFile(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (cause) {
      if (systemCode(cause) === 'EEXIST') continue;
      throw new ConfigError(
        `No backup of ${path} can be written (${systemCode(cause)}).`,
        'Nothing was changed. Look whether you may write beside it.',
        { cause },
      );
    }
  }
  throw new ConfigError(`There are ${MOST} backups of ${path}.`, 'Remove the old ones. Nothing was changed.');
}
