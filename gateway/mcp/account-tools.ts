import { openApi } from '../../intercom/open-api.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { InputError } from '../../runtime/value/errors.ts';
import type { Account } from '../store/contract/accounts.ts';

/**
 * Loads tools as the version of an account has them; throws {@link InputError} for one that this version lacks, which a server
 * over several accounts lists for the others.
 */
export function accountTools({
  label,
  api_version: version,
}: Pick<Account, 'label' | 'api_version'>): (name: string) => Promise<Tool> {
  return async (name) => {
    const { loadTool, apiVersion } = await openApi(version);
    const tool = await loadTool(name);
    if (tool !== undefined) return tool;
    const message = `the workspace ${JSON.stringify(label)} is used by version ${apiVersion} of Intercom's API, which has no ${name}`;
    throw new InputError(
      [{ argument: '', message }],
      'Do without this tool in that workspace, or tell the user that its operator can choose a newer version for it.',
    );
  };
}
