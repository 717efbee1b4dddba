import { TOKEN_VARIABLE } from '../../intercom/connection.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { CredentialError } from '../output/credential-error.ts';
import { findProfile, type NamedProfile } from './find-profile.ts';
import { openKeychain } from './keychain.ts';
import { profilePath, readProfiles } from './profile-file.ts';

/** The variable that names a profile. */
export const PROFILE_VARIABLE = 'INTERCOM_PROFILE';

/** What a command line says about the workspace. */
export interface WorkspaceFlags {
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  /** The version of the API; the profile's, or the newest, unless given. */
  readonly apiVersion?: string | undefined;
}

/** Which workspace a command works with, and who said so. */
export interface Connection {
  /** Missing where nobody logged in and no variable is set. */
  readonly token?: string;
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** Of the API; the newest that there are tools of unless given. */
  readonly version?: string | undefined;
  /** Where the token comes from, for people. */
  readonly source: string;
  readonly profile?: string;
  /** Why there is no token, where more is to be said than that there is none. */
  readonly refusal?: CredentialError;
}

/**
 * The one place where a workspace is decided. A profile that the command line names is all that counts; else the token of the
 * environment, else the profile that the environment names, else the default one. A region of the command line goes before
 * that of the environment, and that before the profile's. Throws {@link CredentialError} for a profile that there is not.
 */
export async function findConnection(
  flags: WorkspaceFlags,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Connection> {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_REGION, INTERCOM_BASE_URL } = environment;
  const token = INTERCOM_ACCESS_TOKEN?.trim();
  const place = { region: INTERCOM_REGION || undefined, baseUrl: INTERCOM_BASE_URL || undefined };
  const { apiVersion: version } = flags;
  if (flags.profile === undefined && token) return { token, ...placed(flags, place), version, source: TOKEN_VARIABLE };
  const path = profilePath(environment);
  const named = flags.profile ?? (environment[PROFILE_VARIABLE] || undefined);
  const found = findProfile(await readProfiles(path), named);
  if (found === undefined) return { ...placed(flags, place), version, source: 'nowhere' };
  const { profile, name } = found;
  const own = { region: profile.region, baseUrl: profile.base_url };
  const around = flags.profile === undefined ? { ...own, ...defined(place) } : own;
  return {
    token: await tokenOf(found),
    ...placed(flags, around),
    version: version ?? profile.api_version,
    source: `profile ${name}${profile.keychain ? ' (keychain)' : ` (${path})`}`,
    profile: name,
  };
}

type Place = Pick<Connection, 'region' | 'baseUrl'>;

function placed({ region }: WorkspaceFlags, place: Place): Place {
  if (region !== undefined && place.baseUrl !== undefined)
    throw new ConfigError(
      `--region would do nothing: the address ${place.baseUrl} is set.`,
      'Leave it out, or unset INTERCOM_BASE_URL.',
    );
  return { ...place, ...(region !== undefined && { region }) };
}

function defined({ region, baseUrl }: Place): Place {
  // An address of one's own goes before a region, and a region of the environment before a profile's address.
  if (baseUrl !== undefined) return { region: undefined, baseUrl };
  return region === undefined ? {} : { region, baseUrl: undefined };
}

async function tokenOf({ name, profile }: NamedProfile): Promise<string> {
  const token = profile.keychain ? await (await openKeychain()).read(name) : profile.token;
  if (token) return token;
  throw new CredentialError(
    `The profile ${JSON.stringify(name)} has no token any more.`,
    `Log in again: intercom-mcp login --profile ${name}`,
  );
}
