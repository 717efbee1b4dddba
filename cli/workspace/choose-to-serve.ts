import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { chooseApi, refuseApiOptions } from '../api/choose-api.ts';
import type { TargetCommandFlags } from '../options/workspace-options.ts';
import { CredentialError, noCredentials } from '../output/credential-error.ts';
import { apiOf } from './api-of.ts';
import type { Target } from './choose-target.ts';
import { type ChosenWorkspace, chooseWorkspace } from './choose-workspace.ts';
import { clientOf } from './client.ts';

/** What a server is over, and a line about it where it is not just what the environment says. */
interface ServedTarget extends Target {
  readonly about?: string;
}

/**
 * The workspace of a server, or another API. Where there are no credentials the server starts all the same, lists its tools and answers each call with
 * what to do: of a server that ends clients show no more than that it failed.
 */
export async function chooseToServe(command: CommandUnknownOpts, flags: TargetCommandFlags): Promise<ServedTarget> {
  const { api } = flags;
  if (api !== undefined) {
    const { refusal, ...served } = await chooseApi(command, { ...flags, api });
    return { ...served, about: refusal ? refused(refusal) : `on ${served.api.profile.name}` };
  }
  refuseApiOptions(command, flags);
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
  return { ...served, about: refused(chosen.refusal ?? noCredentials()) };
}

function refused({ message, help }: CredentialError): string {
  return `warning: every call will be refused. ${message} ${help}`;
}
