import { didYouMean } from '../../runtime/value/nearest.ts';
import { CredentialError } from '../output/credential-error.ts';
import type { Profile, Profiles } from './profile-file.ts';

/** A profile and its name. */
export interface NamedProfile {
  readonly name: string;
  readonly profile: Profile;
}

/** The profile of a name, or the one that is used where none is named; throws {@link CredentialError} for a name that none has. */
export function findProfile(all: Profiles, name: string | undefined): NamedProfile | undefined {
  const wanted = name ?? all.default;
  if (wanted === undefined) return undefined;
  const profile = Object.hasOwn(all.profiles, wanted) ? all.profiles[wanted] : undefined;
  if (profile !== undefined) return { name: wanted, profile };
  if (name === undefined) return undefined;
  const names = Object.keys(all.profiles);
  const known = names.length === 0 ? 'There is none yet.' : `There are: ${names.join(', ')}.`;
  throw new CredentialError(
    `There is no profile ${JSON.stringify(name)}.${didYouMean(name, names)}`,
    `${known} intercom-mcp login --profile ${/^[\w.-]+$/.test(name) ? name : 'NAME'} makes one.`,
  );
}
