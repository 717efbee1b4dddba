import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { settingsFromEnvironment } from '../../runtime/auth/from-environment.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { refuseSampleOptions } from '../options/sample-options.ts';
import type { ApiFlags, TargetCommandFlags } from '../options/workspace-options.ts';
import { clientOfApi, type OpenedClient } from './client-of-api.ts';
import { type LoadedApi, loadApi } from './load-api.ts';
import { readEnvironment } from './read-environment.ts';

/** Another API that a command line names, and a client for whatever the environment says of it. */
export interface ChosenApi extends OpenedClient {
  readonly api: LoadedApi;
}

/** Why what has to do with a workspace of Intercom does nothing. */
const ANOTHER = { because: 'with --api another API is called', help: 'Leave them out, or --api.' };

/** The API that a command line names; throws for options that would have no effect on it, and for an address that cannot be. */
export async function chooseApi(
  command: CommandUnknownOpts,
  flags: TargetCommandFlags & { readonly api: string },
  environment?: NodeJS.ProcessEnv,
): Promise<ChosenApi> {
  refuseWorkspaceOptions(command, flags);
  const api = await loadApi(flags.api);
  const variables = await readEnvironment(flags.variables, environment);
  return { api, ...clientOfApi(api.profile, settingsOf(flags, api, variables)) };
}

/** Throws {@link ConfigError} where the command line speaks of a workspace of Intercom beside another API. */
export function refuseWorkspaceOptions(command: CommandUnknownOpts, flags: TargetCommandFlags): void {
  refuseIdle(command, flags, ['sandbox', 'profile', 'apiVersion'], ANOTHER);
  refuseSampleOptions(command, ANOTHER);
}

/** What the environment says of an API, with what the command line says in place of it. */
export function settingsOf(
  { region, baseUrl }: ApiFlags,
  { profile: { connection } }: Pick<LoadedApi, 'profile'>,
  environment: NodeJS.ProcessEnv,
) {
  const settings = settingsFromEnvironment(connection, environment);
  if (region !== undefined && baseUrl !== undefined)
    throw new ConfigError('--region would do nothing: --base-url says where the API is.', 'Leave one of them out.');
  if (region !== undefined && settings.baseUrl !== undefined)
    throw new ConfigError(
      `--region would do nothing: the address ${settings.baseUrl} is set.`,
      `Leave it out, or unset ${connection.environment?.baseUrl}.`,
    );
  return { ...settings, ...(region !== undefined && { region }), ...(baseUrl !== undefined && { baseUrl }) };
}

/** Throws {@link ConfigError} where the command line speaks of another API and names none. */
export function refuseApiOptions(command: CommandUnknownOpts, flags: ApiFlags): void {
  refuseIdle(command, flags, ['baseUrl', 'variables'], {
    because: 'without --api the tools call Intercom, which has variables of its own',
    help: 'Add --api, or leave it out.',
  });
}
