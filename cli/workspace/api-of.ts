import { moduleOf } from '../../intercom/module-of.ts';
import { openApi, otherVersionNote } from '../../intercom/open-api.ts';
import type { LoadedApi } from '../api/load-api.ts';

/** The tools for a version of the API; where there are none of it a line on standard error says which ones are used. */
export async function apiOf(version: string | undefined): Promise<LoadedApi> {
  const note = version === undefined ? undefined : otherVersionNote(version);
  if (note !== undefined) console.error(`intercom-mcp: warning: ${note}`);
  const api = await openApi(version);
  return { ...api, moduleOf: (module) => moduleOf(module, api.apiVersion) };
}
