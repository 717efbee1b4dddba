import { TOKEN_VARIABLE } from '../../intercom/connection.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { CredentialError } from '../output/credential-error.ts';
import { FOLDER_VARIABLE } from '../profiles/config-folder.ts';
import { PROFILE_VARIABLE, type WorkspaceFlags } from '../profiles/connection.ts';
import { findProfile } from '../profiles/find-profile.ts';
import { profilePath, readProfiles } from '../profiles/profile-file.ts';
import type { McpClient } from './clients.ts';

/** What a client is told of the workspace: options and variables, among them never a token. */
export interface Credentials {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The version of the API that the profile asks for. */
  readonly version?: string | undefined;
  /** What is still missing, or worth knowing. */
  readonly note?: string;
}

/**
 * How a server that a client starts comes by its token: from a profile, or from a variable that the client passes on. Throws
 * {@link CredentialError} for a profile that there is not, and where the token would have to stand in the settings.
 */
export async function credentialsFor(
  { title, reference }: McpClient,
  { profile: named, region }: WorkspaceFlags,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Credentials> {
  const profiles = await readProfiles(profilePath(environment));
  const token = environment[TOKEN_VARIABLE];
  if (named === undefined && token && reference) {
    if (region !== undefined && environment.INTERCOM_BASE_URL)
      throw new ConfigError(
        '--region would do nothing: INTERCOM_BASE_URL is set.',
        'Leave it out, or unset INTERCOM_BASE_URL.',
      );
    const place = (region === undefined ? ['INTERCOM_REGION', 'INTERCOM_BASE_URL'] : []).flatMap((name) => {
      const value = environment[name];
      return value ? [[name, value] as const] : [];
    });
    return {
      args: [],
      env: { [TOKEN_VARIABLE]: reference(TOKEN_VARIABLE), ...Object.fromEntries(place) },
      note: `${title} takes the token from its own environment: it has to be started where ${TOKEN_VARIABLE} is set.`,
    };
  }
  const found = findProfile(profiles, named ?? (environment[PROFILE_VARIABLE] || undefined));
  const folder = environment[FOLDER_VARIABLE];
  if (found !== undefined) {
    const { name, profile } = found;
    return {
      args: ['--profile', name],
      env: folder ? { [FOLDER_VARIABLE]: folder } : {},
      version: profile.api_version,
    };
  }
  if (token)
    throw new CredentialError(
      `${title} passes no variables on, and a token does not belong into its settings.`,
      'Log in first, and the server finds it: intercom-mcp login',
    );
  return {
    args: [],
    env: {},
    note: 'There is no token yet: intercom-mcp login. Until then the server says so at each call.',
  };
}
