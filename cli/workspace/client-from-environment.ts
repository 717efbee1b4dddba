import { type Client, createClient, type Region } from '../../runtime/index.ts';

/** A client for the workspace that the environment names: INTERCOM_ACCESS_TOKEN, INTERCOM_REGION, INTERCOM_BASE_URL. */
export const clientFromEnvironment = (environment: NodeJS.ProcessEnv = process.env): Client => {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_REGION, INTERCOM_BASE_URL } = environment;
  return createClient({
    token: INTERCOM_ACCESS_TOKEN,
    // An unknown region is refused by the client, with the ones that exist.
    ...(INTERCOM_REGION ? { region: INTERCOM_REGION as Region } : {}),
    ...(INTERCOM_BASE_URL ? { baseUrl: INTERCOM_BASE_URL } : {}),
  });
};
