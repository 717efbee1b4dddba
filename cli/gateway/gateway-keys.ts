import { open, readFile } from 'node:fs/promises';
import { KEYS_VARIABLE, newKeys } from '../../gateway/secrets/keyring.ts';
import { engineOf } from '../../gateway/store/engines/engine-of.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { readSecret } from './read-secret.ts';

/**
 * The keys that encrypt a store: those of the environment or of the file that it names, else those in the file beside an
 * SQLite file, made at the first start and readable by its owner alone. Throws {@link ConfigError} for PostgreSQL without any.
 */
export async function gatewayKeys(store: string): Promise<string> {
  const fromEnvironment = await readSecret(KEYS_VARIABLE);
  if (fromEnvironment !== undefined) return fromEnvironment;
  if (store === ':memory:') return newKeys();
  if (engineOf(store) === 'postgres')
    throw new ConfigError(
      `${KEYS_VARIABLE} is not set, and several processes have to share the keys of a PostgreSQL store.`,
      `Set it for all of them and keep it: ${KEYS_VARIABLE}=${newKeys()}`,
    );
  const file = `${store}.keys`;
  const made = await makeKeys(file).catch((error: unknown) => {
    throw new ConfigError(
      `The keys of the store cannot be written to ${file} (${codeOf(error)}).`,
      `Choose a folder that can be written to, or set ${KEYS_VARIABLE}.`,
    );
  });
  if (made !== undefined) {
    console.error(`intercom-mcp: the keys of the store are in ${file}: back it up, apart from the store`);
    return made;
  }
  return (await readFile(file, 'utf8')).trim();
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
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
