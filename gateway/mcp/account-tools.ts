import { openApi } from '../../intercom/open-api.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { entryBefore } from '../servers/join-catalogs.ts';
import type { Account } from '../store/contract/accounts.ts';

/**
 * Loads tools of a server as the version of an account has them, also where that version still calls one by a name that it had;
 * throws {@link InputError} for one that this version lacks, which a server over several accounts lists for the others.
 */
export function accountTools(
  { label, api_version: version }: Pick<Account, 'label' | 'api_version'>,
  served: readonly CatalogEntry[],
): (name: string) => Promise<Tool> {
  return async (name) => {
    const { catalog, loadTool, apiVersion } = await openApi(version);
    const tool = await loadTool(name);
    if (tool !== undefined) return tool;
    const before = entryBefore(name, served, catalog);
    const renamed = before && (await loadTool(before.name));
    if (renamed !== undefined) return { ...renamed, name };
    const message = `the workspace ${JSON.stringify(label)} is used by version ${apiVersion} of Intercom's API, which has no ${name}`;
    throw new InputError(
      [{ argument: '', message }],
      'Do without this tool in that workspace, or tell the user that its operator can choose a newer version for it.',
    );
  };
}
