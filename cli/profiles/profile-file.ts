import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { ConfigError } from '../../runtime/value/errors.ts';
import { locked } from '../files/locked.ts';
import { replaceFile } from '../files/replace-file.ts';
import { systemCode } from '../files/system-code.ts';
import { configFolder } from './config-folder.ts';

/** Names of profiles: they stand in command lines and in clients' settings. */
export const profileName = z.string().regex(/^[a-z0-9][\w.-]{0,63}$/i);

/** A workspace that somebody logged in to. What a newer version keeps in it stays. */
const profile = z.looseObject({
  /** The access token; missing where the system's keychain has it. */
  token: z.string().optional(),
  keychain: z.literal(true).optional(),
  region: z.string().optional(),
  base_url: z.string().optional(),
  api_version: z.string().optional(),
  workspace: z.looseObject({ id: z.string().optional(), name: z.string().optional() }).optional(),
});

const profiles = z.looseObject({
  default: profileName.optional(),
  profiles: z.record(profileName, profile),
});

/** As {@link profile}. */
export type Profile = z.infer<typeof profile>;

/** All profiles by name, and which one is used unless another is named. */
export type Profiles = z.infer<typeof profiles>;

/** Where profiles are kept on this machine. */
export function profilePath(environment: NodeJS.ProcessEnv = process.env): string {
  return join(configFolder({ platform: process.platform, environment, home: homedir() }), 'profiles.json');
}

/** The profiles of a file, none where there is no file; throws {@link ConfigError} for one that cannot be read, and says on standard error who else can read it. */
export async function readProfiles(path: string): Promise<Profiles> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw new ConfigError(`${path} cannot be read (${systemCode(cause)}).`, 'Look whose file it is.', { cause });
  });
  if (text === undefined) return { profiles: {} };
  await warnOfReaders(path);
  try {
    return profiles.parse(JSON.parse(text));
  } catch {
    // Neither the text nor what a parser says of it may be shown: tokens stand in it.
    throw new ConfigError(
      `${path} is no file of profiles.`,
      'Correct it, or move it away and log in again with intercom-mcp login.',
    );
  }
}

/** Changes the profiles of a file, whole or not at all, one process at a time; only its owner may read it. */
export async function changeProfiles(path: string, change: (before: Profiles) => Profiles): Promise<void> {
  await locked(path, async () => {
    const after = profiles.parse(change(await readProfiles(path)));
    await replaceFile(path, `${JSON.stringify(after, null, 2)}\n`, { mode: 0o600, always: true });
  });
}

async function warnOfReaders(path: string): Promise<void> {
  // Windows has no such bits, and shows all of them.
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if (mode & 0o077) console.error(`intercom-mcp: warning: others than you can read ${path}: chmod 600 ${path}`);
}
