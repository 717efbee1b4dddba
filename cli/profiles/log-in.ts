import { ConfigError, InputError } from '../../runtime/value/errors.ts';
import type { Identity } from '../identity/identify.ts';
import { type Asking, type Claim, findHome } from './find-home.ts';
import { openKeychain } from './keychain.ts';
import { changeProfiles, type Profile, profileName, profilePath, readProfiles } from './profile-file.ts';

/** A token to be kept, and under which name. */
export interface NewProfile extends Claim {
  readonly name: string;
  readonly keychain: boolean;
  /** Whether it is used from now on where none is named. */
  readonly isDefault: boolean;
}

/** What came of a login. */
export interface LoggedIn {
  readonly profile: string;
  readonly isDefault: boolean;
  readonly region?: string | undefined;
  readonly identity: Identity;
  /** Where the token is kept, for people. */
  readonly kept: string;
}

/** Finds out whose token it is and keeps it; throws a {@link ToolkitError}, and has stored nothing then. */
export async function logIn(wanted: NewProfile, asking: Asking = {}): Promise<LoggedIn> {
  const { name, token, baseUrl, apiVersion, keychain } = wanted;
  checkName(name);
  const path = profilePath();
  const { identity, region } = await findHome(wanted, asking);
  const { id_code: id, name: called } = identity.app ?? {};
  refuseOther(name, (await readProfiles(path)).profiles, id);
  if (keychain) await (await openKeychain()).write(name, token);
  const made: Profile = {
    ...(keychain ? { keychain: true } : { token }),
    ...(region !== undefined && { region }),
    ...(baseUrl !== undefined && { base_url: baseUrl }),
    ...(apiVersion !== undefined && { api_version: apiVersion }),
    workspace: { ...(id !== undefined && { id }), ...(called !== undefined && { name: called }) },
  };
  let isDefault = false;
  await changeProfiles(path, (before) => {
    refuseOther(name, before.profiles, id);
    isDefault = wanted.isDefault || before.default === undefined || before.default === name;
    return {
      ...before,
      ...(isDefault && { default: name }),
      profiles: { ...before.profiles, [name]: made },
    };
  });
  return { profile: name, isDefault, region, identity, kept: keychain ? 'the keychain of this system' : path };
}

/** Throws {@link InputError} for what can be no name of a profile. */
export function checkName(name: string): void {
  if (profileName.safeParse(name).success) return;
  throw new InputError(
    [{ argument: '--profile', message: `${JSON.stringify(name)} can be no name` }],
    'Use 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or a digit.',
  );
}

/** A token is replaced by one of the same workspace alone. */
function refuseOther(name: string, profiles: Readonly<Record<string, Profile>>, id: string | undefined): void {
  const before = Object.hasOwn(profiles, name) ? profiles[name]?.workspace : undefined;
  if (before?.id === undefined || before.id === id) return;
  throw new ConfigError(
    `The profile ${name} is of another workspace, ${before.name ?? before.id}.`,
    `Give this one a name of its own with --profile, or first: intercom-mcp logout --profile ${name}`,
  );
}
