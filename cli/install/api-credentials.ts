import { resolve } from 'node:path';
import type { LoadedApi } from '../api/load-api.ts';
import { variablesOf } from '../api/variables-of.ts';
import { CredentialError } from '../output/credential-error.ts';
import type { McpClient } from './clients.ts';
import type { Credentials } from './credentials-for.ts';

/** What says where the credentials of another API are. */
interface CredentialFlags {
  readonly variables?: string | undefined;
}

/**
 * How a server of another API that a client starts comes by its credentials: from a file, or from variables that the client passes
 * on; what is no secret stands in the settings. Throws {@link CredentialError} where a secret would have to.
 */
export function apiCredentials(
  { title, reference }: McpClient,
  { profile, location }: Pick<LoadedApi, 'profile' | 'location'>,
  { variables: file }: CredentialFlags,
  environment: NodeJS.ProcessEnv = process.env,
): Credentials {
  const variables = variablesOf(profile.connection);
  const secrets = variables.filter(({ isSecret }) => isSecret);
  const set = variables.filter(({ name }) => environment[name]?.trim());
  const places = set.filter(({ isSecret }) => !isSecret).map(({ name }) => [name, environment[name] ?? ''] as const);
  const api = ['--api', location ?? ''];
  if (file !== undefined) return { args: [...api, '--variables', resolve(file)], env: Object.fromEntries(places) };
  const held = set.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  if (held.length > 0 && reference === undefined)
    throw new CredentialError(
      `${title} passes no variables on, and credentials do not belong into its settings.`,
      `Put ${held.join(' and ')} into a file that you alone may read, and name it with --variables.`,
    );
  const env = Object.fromEntries([...held.map((name) => [name, reference?.(name) ?? ''] as const), ...places]);
  const note = noteOf(
    title,
    held,
    secrets.map(({ name }) => name),
  );
  return { args: api, env, ...(note !== undefined && { note }) };
}

function noteOf(title: string, held: readonly string[], all: readonly string[]): string | undefined {
  if (held.length > 0)
    return `${title} takes ${held.join(' and ')} from its own environment: it has to be started where they are set.`;
  if (all.length === 0) return undefined;
  return `No credentials are set yet (${all.join(', ')}): set them, or name a file with --variables. Until then the server says so at each call.`;
}
