import { CredentialError } from '../output/credential-error.ts';
import { findProfile } from './find-profile.ts';
import { openKeychain } from './keychain.ts';
import { changeProfiles, profilePath, readProfiles } from './profile-file.ts';

/** What is left after a profile was removed. */
export interface LoggedOut {
  readonly profile: string;
  /** The profile that is used now where none is named. */
  readonly default: string | null;
}

/** Removes a profile and its token, the default one where none is named; throws {@link CredentialError} where there is none. */
export async function logOut(wanted: string | undefined): Promise<LoggedOut> {
  const path = profilePath();
  const found = findProfile(await readProfiles(path), wanted);
  if (found === undefined) throw new CredentialError('Nobody is logged in.', 'intercom-mcp profiles lists who is.');
  const { name, profile } = found;
  if (profile.keychain) await (await openKeychain()).remove(name);
  let next: string | undefined;
  await changeProfiles(path, ({ profiles, default: before, ...more }) => {
    const rest = Object.fromEntries(Object.entries(profiles).filter(([other]) => other !== name));
    const left = Object.keys(rest);
    next = before === name ? (left.length === 1 ? left[0] : undefined) : before;
    return { ...more, ...(next !== undefined && { default: next }), profiles: rest };
  });
  return { profile: name, default: next ?? null };
}
