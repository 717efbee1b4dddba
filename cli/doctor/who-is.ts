import { apiVersion } from '../../intercom/connection.ts';
import { toolVersionFor } from '../../intercom/open-api.ts';
import { described } from '../identity/described.ts';
import { identify } from '../identity/identify.ts';
import { loadWhoAmI } from '../identity/load-who-am-i.ts';
import { noCredentials } from '../output/credential-error.ts';
import { table } from '../output/table.ts';
import { addressOf } from '../profiles/address-of.ts';
import type { ChosenWorkspace } from '../workspace/choose-workspace.ts';

/** Whose token is used, and why this one. */
export interface Known {
  readonly workspace: { readonly id: string | null; readonly name: string | null; readonly region: string | null };
  readonly admin: { readonly id: string | null; readonly name: string | null; readonly email: string | null };
  readonly source: string;
  readonly profile: string | null;
  readonly address: string;
  readonly api_version: string;
  /** The version whose tools are used: the same, where there are tools of it. */
  readonly tools_version: string;
}

/** Asks the API whose token it is; throws a {@link ToolkitError} where there is none, or it is refused. */
export async function whoIs(chosen: ChosenWorkspace): Promise<Known> {
  const { token, source, profile, version = apiVersion, fetch: send = fetch, refusal } = chosen;
  if (token === undefined) throw refusal ?? noCredentials();
  const address = addressOf(chosen);
  const whoAmI = await loadWhoAmI();
  const { identity, error } = await identify(address, { whoAmI, token, version, fetch: send, now: Date.now });
  if (identity === undefined) throw error ?? noCredentials();
  const { id = null, name = null, email = null, app } = identity;
  return {
    workspace: { id: app?.id_code ?? null, name: app?.name ?? null, region: app?.region ?? null },
    admin: { id, name, email },
    ...{ source, profile: profile ?? null, address, api_version: version, tools_version: toolVersionFor(version) },
  };
}

/** The same for people. */
export function whoLines({ workspace, admin, source, address, api_version, tools_version }: Known): string {
  const words = (...texts: readonly (string | null)[]): string => texts.filter(Boolean).join(', ');
  return table([
    ['workspace', described(workspace.name ?? undefined, workspace.id ?? undefined)],
    ['region', workspace.region ?? 'unknown'],
    ['admin', described(words(admin.name, admin.email), admin.id ?? undefined)],
    ['token', source],
    ['address', address],
    ['API version', api_version === tools_version ? api_version : `${api_version}, with the tools of ${tools_version}`],
  ]);
}
