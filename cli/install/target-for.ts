import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { refuseApiOptions, settingsOf } from '../api/choose-api.ts';
import { clientOfApi } from '../api/client-of-api.ts';
import { type LoadedApi, loadApi } from '../api/load-api.ts';
import { readEnvironment } from '../api/read-environment.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { apiOf } from '../workspace/api-of.ts';
import { apiCredentials } from './api-credentials.ts';
import type { McpClient } from './clients.ts';
import { type Credentials, credentialsFor } from './credentials-for.ts';
import type { ServerFlags } from './server-options.ts';

/** What a server in a client's settings serves. */
interface InstalledTarget {
  readonly api: LoadedApi;
  readonly credentials: Credentials;
  /** What the server is called unless somebody gives it a name. */
  readonly title: string;
}

/** The API that a command line has installed, and how its server comes by credentials; throws for options that would have no effect. */
export async function targetFor(
  client: McpClient,
  command: CommandUnknownOpts,
  flags: ServerFlags,
): Promise<InstalledTarget> {
  const { api: place, sandbox, apiVersion } = flags;
  if (place === undefined) {
    refuseApiOptions(command, flags);
    const credentials: Credentials = sandbox ? { args: [], env: {} } : await credentialsFor(client, flags);
    return { api: await apiOf(apiVersion ?? credentials.version), credentials, title: 'intercom' };
  }
  refuseIdle(command, flags, ['sandbox', 'profile', 'apiVersion'], {
    because: 'with --api another API is called',
    help: 'Leave them out, or --api.',
  });
  const api = await loadApi(place);
  // An address that cannot be is said now, and not by a server that does not start.
  clientOfApi(api.profile, settingsOf(flags, api, await readEnvironment(flags.variables)));
  return { api, credentials: apiCredentials(client, api, flags), title: api.profile.id };
}
