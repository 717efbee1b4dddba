import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { type LoadedApi, loadApi } from '../api/load-api.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { apiOf } from './api-of.ts';

/** The tools that a command line is about, without a client: those of `--api`, else of a version of Intercom's API. */
export async function apiOfFlags(
  command: CommandUnknownOpts,
  flags: { readonly api?: string | undefined; readonly apiVersion?: string | undefined },
): Promise<LoadedApi> {
  const { api, apiVersion } = flags;
  if (api === undefined) return await apiOf(apiVersion);
  refuseIdle(command, flags, ['apiVersion'], {
    because: "it is a version of Intercom's API",
    help: 'Leave it out, or --api.',
  });
  return await loadApi(api);
}
