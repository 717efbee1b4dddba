import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Client } from '../../runtime/index.ts';
import { chooseApi, refuseApiOptions } from '../api/choose-api.ts';
import type { LoadedApi } from '../api/load-api.ts';
import type { TargetCommandFlags } from '../options/workspace-options.ts';
import { apiOf } from './api-of.ts';
import { chooseWorkspace } from './choose-workspace.ts';
import { clientOf } from './client.ts';

/** What a command calls, and with which tools. */
export interface Target {
  readonly api: LoadedApi;
  readonly client: Client;
}

/** A workspace of Intercom, or another API; throws for options that would have no effect. */
export async function chooseTarget(command: CommandUnknownOpts, flags: TargetCommandFlags): Promise<Target> {
  const { api } = flags;
  if (api !== undefined) return await chooseApi(command, { ...flags, api });
  refuseApiOptions(command, flags);
  const workspace = await chooseWorkspace(command, flags);
  return { api: await apiOf(workspace.version), client: clientOf(workspace) };
}
