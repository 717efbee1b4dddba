import { intercomProfile } from '../../intercom/profile.ts';
import { resolveBaseUrl } from '../../runtime/http/endpoint.ts';
import type { Connection } from './connection.ts';

/** Where the API of a workspace is; throws {@link ConfigError} for an unknown region or an unsafe address. */
export function addressOf({ region, baseUrl }: Pick<Connection, 'region' | 'baseUrl'>): string {
  return resolveBaseUrl({ region, baseUrl }, intercomProfile).href;
}
