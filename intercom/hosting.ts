import { ACCESS_TOKEN, accessToken } from '../runtime/hosting/credential-ways.ts';
import type { HostedApi, HostedLogin } from '../runtime/hosting/hosted-api.ts';
import { createClient } from './client.ts';
import { apiVersion, REGION_HOSTS } from './connection.ts';
import { APP_VARIABLES } from './login.ts';
import { moduleOf } from './module-of.ts';
import { openApi, TOOL_VERSIONS, toolVersionFor } from './open-api.ts';
import { intercomProfile } from './profile.ts';

/** Versions of Intercom's API that an account may have, oldest first: those of the generated contract, which a test compares. */
export const API_VERSIONS: readonly string[] = [
  ...['1.0', '1.1', '1.2', '1.3', '1.4'],
  ...['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9'],
  ...['2.10', '2.11', '2.12', '2.13', '2.14', '2.15', '2.16'],
];

/** Settings of {@link hostIntercom}. */
interface HostOptions {
  /** Base URLs by region; Intercom's own unless given. */
  readonly addresses?: Readonly<Record<string, string>>;
  readonly login?: HostedLogin | undefined;
}

/** Intercom for a gateway: its accounts are workspaces, of any version, in any region. */
export function hostIntercom({ addresses = REGION_HOSTS, login }: HostOptions = {}): HostedApi {
  const { id, name, account } = intercomProfile;
  return {
    ...{ id, name, addresses, noun: account?.noun ?? 'account' },
    regionNames: { us: 'United States', eu: 'Europe', au: 'Australia' },
    ...{ toolVersions: TOOL_VERSIONS, apiVersions: API_VERSIONS, defaultVersion: apiVersion, toolVersionFor },
    open: openApi,
    credentials: [accessToken("From your app in Intercom's Developer Hub.")],
    createClient: ({ credential, variables: _variables, region: _region, ...workspace }) =>
      createClient({ ...workspace, token: credential[ACCESS_TOKEN] }),
    moduleOf,
    ...(login && { login }),
    loginSettings: `${APP_VARIABLES.id} and ${APP_VARIABLES.secret}`,
  };
}
