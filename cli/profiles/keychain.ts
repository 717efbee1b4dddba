import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { ConfigError } from '../../runtime/value/errors.ts';

/** The system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux. */
export interface Keychain {
  /** The token of a profile; null where there is none. */
  readonly read: (profile: string) => Promise<string | null>;
  readonly write: (profile: string, token: string) => Promise<void>;
  readonly remove: (profile: string) => Promise<void>;
}

/** Not among the dependencies: it is 3 MB of machine code for each system, and most do without it. */
const PACKAGE = '@napi-rs/keyring';

/** What entries are filed under. */
const SERVICE = 'intercom-mcp';

interface Entry {
  getPassword(): Promise<string | null | undefined>;
  setPassword(password: string): Promise<void>;
  deletePassword(): Promise<unknown>;
}

type EntryClass = new (service: string, name: string) => Entry;

const keyring = z.looseObject({ AsyncEntry: z.custom<EntryClass>((value) => typeof value === 'function') });

/** The system's keychain, where `@napi-rs/keyring` is installed beside the toolkit or in the working directory; throws {@link ConfigError} elsewhere. */
export async function openKeychain(load: () => Promise<unknown> = loadKeyring): Promise<Keychain> {
  const { AsyncEntry } = keyring.parse(await load());
  const at = (profile: string): Entry => new AsyncEntry(SERVICE, profile);
  return {
    read: async (profile) => (await asked(() => at(profile).getPassword())) ?? null,
    write: (profile, token) => asked(() => at(profile).setPassword(token)),
    remove: async (profile) => {
      await asked(() => at(profile).deletePassword());
    },
  };
}

async function asked<Result>(question: () => Promise<Result>): Promise<Result> {
  try {
    return await question();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `The keychain of this system does not answer: ${reason}`,
      'Unlock it, or log in again without --keychain, which keeps the token in a file that you alone can read.',
      { cause },
    );
  }
}

async function loadKeyring(): Promise<unknown> {
  try {
    return await import(PACKAGE);
  } catch {
    try {
      const path = createRequire(join(process.cwd(), 'package.json')).resolve(PACKAGE);
      return await import(pathToFileURL(path).href);
    } catch (cause) {
      throw new ConfigError(
        `The keychain is reached by ${PACKAGE}, which is not installed.`,
        `npm install ${PACKAGE}@2 beside the toolkit, or leave --keychain out: the token is kept in a file that you alone can read.`,
        { cause },
      );
    }
  }
}
