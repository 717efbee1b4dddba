import type { IntercomApi } from '../../intercom/intercom-api.ts';
import { openApi, otherVersionNote } from '../../intercom/open-api.ts';

/** The tools for a version of the API; where there are none of it a line on standard error says which ones are used. */
export async function apiOf(version: string | undefined): Promise<IntercomApi> {
  const note = version === undefined ? undefined : otherVersionNote(version);
  if (note !== undefined) console.error(`intercom-mcp: warning: ${note}`);
  return await openApi(version);
}
