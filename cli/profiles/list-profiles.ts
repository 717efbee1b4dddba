import { findProfile } from './find-profile.ts';
import { changeProfiles, profilePath, readProfiles } from './profile-file.ts';

/** A profile without its token. */
export interface ListedProfile {
  readonly profile: string;
  readonly default: boolean;
  readonly workspace: string | null;
  readonly workspace_id: string | null;
  readonly region: string | null;
  readonly address: string | null;
  readonly api_version: string | null;
  readonly kept_in: 'file' | 'keychain';
}

/** All profiles, without their tokens. */
export async function listProfiles(): Promise<ListedProfile[]> {
  const { default: usual, profiles } = await readProfiles(profilePath());
  return Object.entries(profiles).map(([name, { workspace, region, base_url, api_version, keychain }]) => ({
    profile: name,
    default: name === usual,
    workspace: workspace?.name ?? null,
    workspace_id: workspace?.id ?? null,
    region: region ?? null,
    address: base_url ?? null,
    api_version: api_version ?? null,
    kept_in: keychain ? 'keychain' : 'file',
  }));
}

/** Makes a profile the one that is used where none is named; throws {@link CredentialError} for a name that none has. */
export async function useProfile(name: string): Promise<void> {
  await changeProfiles(profilePath(), (before) => {
    findProfile(before, name);
    return { ...before, default: name };
  });
}
