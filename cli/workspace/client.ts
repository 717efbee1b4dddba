import { createClient } from '../../intercom/client.ts';
import type { Region } from '../../intercom/connection.ts';
import type { Client } from '../../runtime/index.ts';

/** A client for the workspace that the environment names: INTERCOM_ACCESS_TOKEN, INTERCOM_REGION, INTERCOM_BASE_URL. */
export function clientFromEnvironment(environment: NodeJS.ProcessEnv = process.env): Client {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_REGION, INTERCOM_BASE_URL } = environment;
  return createClient({
    token: INTERCOM_ACCESS_TOKEN,
    // An unknown region is refused by the client, with the ones that exist.
    ...(INTERCOM_REGION ? { region: INTERCOM_REGION as Region } : {}),
    ...(INTERCOM_BASE_URL ? { baseUrl: INTERCOM_BASE_URL } : {}),
  });
}

/** A client of a sample workspace: one that listens at that address, or one in this process that answers as `fetch` does. */
export function sampleClient(address: { readonly baseUrl: string } | { readonly fetch: typeof fetch }): Client {
  return createClient({ token: 'sandbox', baseUrl: 'http://localhost', ...address });
}
