import { createClient } from '../../intercom/client.ts';
import type { Region } from '../../intercom/connection.ts';
import { nodeSend } from '../../runtime/http/node-send.ts';
import type { Client } from '../../runtime/index.ts';
import { noCredentials } from '../output/credential-error.ts';
import type { ChosenWorkspace } from './choose-workspace.ts';

/**
 * A client for a workspace. Without a token it reads arguments and shows dry runs all the same, and answers whatever would be
 * sent with a {@link CredentialError}.
 */
export function clientOf({ token, region, baseUrl, version, fetch, refusal }: ChosenWorkspace): Client {
  const refuse = async (): Promise<never> => {
    throw refusal ?? noCredentials();
  };
  return createClient({
    ...(token === undefined
      ? { token: 'none', fetch: refuse }
      : { token, ...(fetch ? { fetch } : { send: nodeSend() }) }),
    // An unknown region is refused by the client, with the ones that exist.
    ...(region !== undefined && { region: region as Region }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(version !== undefined && { version }),
  });
}
