import type { Api } from '../../runtime/catalog/api.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';

/** The version of an API of which nothing is known. */
const NONE = '0';

/**
 * What stands for an API that accounts were connected of and the gateway was now started without: it has no tools, calls nothing,
 * and its servers say why. Other accounts of theirs go on.
 */
export function absentApi(id: string): HostedApi {
  const help = `Tell the user: the gateway was started without the API ${id}, and its operator has to start it with that API again.`;
  const api: Api = {
    apiVersion: NONE,
    profile: {
      ...{ id, name: id, instructions: `No tool is served. ${help}` },
      connection: { addresses: {}, authentication: 'none' },
    },
    ...{ catalog: [], loadTool: async () => undefined, modules: {}, groups: {} },
    answerTypes: async () => ({ answers: {}, types: {} }),
  };
  const refuse = async (): Promise<never> => {
    throw new ToolkitError('absent_api', `This gateway has no API ${JSON.stringify(id)} now.`, help);
  };
  return {
    ...{ id, name: id, noun: 'account', toolVersions: [NONE], apiVersions: [], defaultVersion: NONE },
    ...{ toolVersionFor: () => NONE, open: async () => api, addresses: {}, credentials: [] },
    createClient: () => ({ call: refuse, exchange: refuse, paginate: refusePages }),
  };

  // biome-ignore lint/correctness/useYield: it fails before there is anything
  async function* refusePages(): AsyncGenerator<never> {
    await refuse();
  }
}
