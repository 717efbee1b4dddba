import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Api } from '../../runtime/catalog/api.ts';
import type { Client } from '../../runtime/index.ts';
import type { WorkspaceCommandFlags } from '../options/workspace-options.ts';
import { CredentialError, noCredentials } from '../output/credential-error.ts';
import { apiOf } from './api-of.ts';
import { type ChosenWorkspace, chooseWorkspace } from './choose-workspace.ts';
import { clientOf } from './client.ts';

/** What a server is over, and a line about it where it is not just what the environment says. */
export interface ServedWorkspace {
  readonly client: Client;
  /** The tools of the version that it asks for. */
  readonly api: Api;
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
    if (error instanceof CredentialError) return { source: 'nowhere', version: flags.apiVersion, refusal: error };
    throw error;
  });
  const { version } = chosen;
  const served = {
    client: clientOf(chosen),
    api: await apiOf(version),
  };
  if (chosen.fetch) return { ...served, about: 'on the sample workspace of this process, not on Intercom' };
  if (chosen.profile !== undefined) return { ...served, about: `on the workspace of ${chosen.source}` };
  if (chosen.token !== undefined) return served;
  const { message, help } = chosen.refusal ?? noCredentials();
  return { ...served, about: `warning: every call will be refused. ${message} ${help}` };
}
