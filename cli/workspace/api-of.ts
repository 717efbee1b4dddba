import { openApi, otherVersionNote } from '../../intercom/open-api.ts';
import type { Api } from '../../runtime/catalog/api.ts';

/** The tools for a version of the API; where there are none of it a line on standard error says which ones are used. */
export async function apiOf(version: string | undefined): Promise<Api> {
  const note = version === undefined ? undefined : otherVersionNote(version);
  if (note !== undefined) console.error(`intercom-mcp: warning: ${note}`);
  return await openApi(version);
}
