import { open, readFile, stat } from 'node:fs/promises';
import { KEYS_VARIABLE, newKeys } from '../../gateway/secrets/keyring.ts';
import { engineOf } from '../../gateway/store/engines/engine-of.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from '../files/system-code.ts';
import { readSecret } from './read-secret.ts';

/**
 * The keys that encrypt a store: those of the environment or of the file that it names, else those in the file beside an
 * SQLite file, made at the first start and readable by its owner alone, where there is no store yet and `isNew` is not
 * false. Throws {@link ConfigError} for PostgreSQL without any, and for a store whose keys are gone.
 */
export async function gatewayKeys(store: string, { isNew = true }: { isNew?: boolean } = {}): Promise<string> {
  const fromEnvironment = await readSecret(KEYS_VARIABLE);
  if (fromEnvironment !== undefined) return fromEnvironment;
  if (store === ':memory:') return newKeys();
  if (engineOf(store) === 'postgres')
    throw new ConfigError(
      `${KEYS_VARIABLE} is not set, and several processes have to share the keys of a PostgreSQL store.`,
      `Set it for all of them and keep it: ${KEYS_VARIABLE}=${newKeys()}`,
    );
  const file = `${store}.keys`;
  // Keys that are made now open nothing that is there already.
  if (!isNew || (await isFilled(store))) return readKeys(file);
  const made = await makeKeys(file).catch((error: unknown) => {
    throw new ConfigError(
      `The keys of the store cannot be written to ${file} (${systemCode(error)}).`,
      `Choose a folder that can be written to, or set ${KEYS_VARIABLE}.`,
    );
  });
  if (made !== undefined) {
    console.error(`intercom-mcp: the keys of the store are in ${file}: back it up, apart from the store`);
    return made;
  }
  return readKeys(file);
}

/** Whether an SQLite file has something in it. */
async function isFilled(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && found.size > 0;
}

async function readKeys(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new ConfigError(
      `The keys of the store cannot be read from ${file} (${systemCode(cause)}), and ${KEYS_VARIABLE} is not set.`,
      `Put the file back from your backup, or set ${KEYS_VARIABLE} to the keys that the store was made with.`,
      { cause },
    );
  }
}

/** Writes new keys; undefined where there are some. */
async function makeKeys(file: string): Promise<string | undefined> {
  const keys = newKeys();
  try {
    await using handle = await open(file, 'wx', 0o600);
    await handle.writeFile(`${keys}\n`);
    await handle.sync();
    return keys;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  }
}
