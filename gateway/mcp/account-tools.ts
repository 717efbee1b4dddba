import type { Tool } from '../../runtime/tool/tool.ts';
import { InputError } from '../../runtime/value/errors.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import type { HostedApis } from '../apis/hosted-apis.ts';
import { entryBefore } from '../servers/join-catalogs.ts';
import type { ServedApi } from '../servers/served-api.ts';

/**
 * Loads tools of a server as the version of the account has them that they are called in, also where that version still calls one
 * by a name that it had; throws {@link InputError} for one that this version lacks, which a server over several accounts lists for
 * the others.
 */
export function accountTools(
  apis: HostedApis,
  { partOf }: Pick<ServedApi, 'partOf'>,
  accountOf: (tool: string) => Pick<AccountAccess, 'account'>,
): (name: string) => Promise<Tool | undefined> {
  return async (name) => {
    const part = partOf(name);
    if (part === undefined) return undefined;
    const { label, api: id, api_version: version } = accountOf(name).account;
    const { hosted, own, ownName } = part;
    const { catalog, loadTool, apiVersion } = await apis.of({ api: id }).open(version);
    const tool = await loadTool(ownName(name));
    if (tool !== undefined) return tool.name === name ? tool : { ...tool, name };
    const before = entryBefore(ownName(name), own.catalog, catalog);
    const renamed = before && (await loadTool(before.name));
    if (renamed !== undefined) return { ...renamed, name };
    const { noun, name: api } = hosted;
    const message = `the ${noun} ${JSON.stringify(label)} is used by version ${apiVersion} of ${api}'s API, which has no ${name}`;
    throw new InputError(
      [{ argument: '', message }],
      `Do without this tool in that ${noun}, or tell the user that its operator can choose a newer version for it.`,
    );
  };
}
