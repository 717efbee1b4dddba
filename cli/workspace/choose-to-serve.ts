import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Client } from '../../runtime/index.ts';
import type { WorkspaceCommandFlags } from '../options/workspace-options.ts';
import { CredentialError, noCredentials } from '../output/credential-error.ts';
import { type ChosenWorkspace, chooseWorkspace } from './choose-workspace.ts';
import { clientOf } from './client.ts';

/** What a server is over, and a line about it where it is not just what the environment says. */
export interface ServedWorkspace {
  readonly client: Client;
  readonly about?: string;
}

/**
 * The workspace of a server. Where there is no token the server starts all the same, lists its tools and answers each call with
 * what to do: of a server that ends clients show no more than that it failed.
 */
export async function chooseToServe(
  command: CommandUnknownOpts,
  flags: WorkspaceCommandFlags,
): Promise<ServedWorkspace> {
  const chosen = await chooseWorkspace(command, flags).catch((error: unknown): ChosenWorkspace => {
    if (error instanceof CredentialError) return { source: 'nowhere', refusal: error };
    throw error;
  });
  const client = clientOf(chosen);
  if (chosen.fetch) return { client, about: 'on the sample workspace of this process, not on Intercom' };
  if (chosen.profile !== undefined) return { client, about: `on the workspace of ${chosen.source}` };
  if (chosen.token !== undefined) return { client };
  const { message, help } = chosen.refusal ?? noCredentials();
  return { client, about: `warning: every call will be refused. ${message} ${help}` };
}
