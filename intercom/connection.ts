import { apiVersion } from '../generated/intercom/facts.ts';
import type { Connection } from '../runtime/profile/connection.ts';

export { apiVersion };

/** Where an Intercom workspace's data lives. */
export type Region = 'us' | 'eu' | 'au';

/** API host of each region, from the `servers` of Intercom's OpenAPI description. */
export const REGION_HOSTS: Readonly<Record<Region, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

/** Environment variable that holds the access token, named in the error about a missing one. */
export const TOKEN_VARIABLE = 'INTERCOM_ACCESS_TOKEN';

/** How Intercom is reached. */
export const connection: Connection = {
  addresses: REGION_HOSTS,
  defaultRegion: 'us',
  authentication: 'bearer',
  version: { header: 'Intercom-Version', value: apiVersion },
  environment: { token: TOKEN_VARIABLE, region: 'INTERCOM_REGION', baseUrl: 'INTERCOM_BASE_URL' },
};
