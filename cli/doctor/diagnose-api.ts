import type { ConnectionSettings } from '../../runtime/auth/from-environment.ts';
import { securityOf } from '../../runtime/auth/security-of.ts';
import { clientOfApi, type OpenedClient } from '../api/client-of-api.ts';
import type { LoadedApi } from '../api/load-api.ts';
import { variablesOf } from '../api/variables-of.ts';
import { catalogOf } from '../tools/catalog-of.ts';
import { askApi, lookAtApi } from './ask-api.ts';
import type { Check } from './check.ts';
import { checkNode } from './check-installation.ts';
import { checkProxy, failed } from './check-settings.ts';
import type { Diagnosis } from './diagnose.ts';

/** Everything that {@link diagnoseApi} looks at from outside. */
export interface ApiSurroundings {
  readonly load: () => Promise<LoadedApi>;
  /** What is set for it; what throws here is a problem of its address. */
  readonly settings: (api: LoadedApi) => ConnectionSettings;
  readonly environment: NodeJS.ProcessEnv;
  readonly nodeVersion: string;
  readonly fetch?: typeof fetch;
}

/** As `diagnose`, for another API: what can be found out of it without knowing it. A failure is an answer, never thrown. */
export async function diagnoseApi({ nodeVersion, ...surroundings }: ApiSurroundings): Promise<Diagnosis> {
  const checks = [checkNode(nodeVersion), ...(await checksOf(surroundings))];
  return { ok: checks.every(({ status }) => status !== 'failed'), checks };
}

async function checksOf({
  load,
  settings,
  environment,
  fetch: send = fetch,
}: Omit<ApiSurroundings, 'nodeVersion'>): Promise<readonly Check[]> {
  const api = await load().catch((error: unknown) => failed('tools', error));
  if ('status' in api) return [api, ...['credentials', 'address', 'access'].map(skipped)];
  const tools = checkTools(api);
  const proxy = checkProxy(environment);
  let opened: OpenedClient;
  try {
    opened = clientOfApi(api.profile, settings(api), send);
  } catch (error) {
    return [tools, skipped('credentials'), failed('address', error), ...proxy, skipped('access')];
  }
  const credentials = checkCredentials(api, opened, environment);
  const ask = opened.refusal === undefined ? askApi : lookAtApi;
  const { address, access } = await ask(api, opened.client, send);
  return [tools, credentials, address, ...proxy, access];
}

function checkTools(api: LoadedApi): Check {
  const { catalog, profile } = api;
  return {
    name: 'tools',
    status: 'ok',
    message: `${catalog.length} of ${profile.name}, catalog ${catalogOf({}, api).version}`,
  };
}

function skipped(name: string): Check {
  return { name, status: 'skipped', message: 'not checked' };
}

/** Which variables hold credentials; no message says what they hold. */
function checkCredentials({ profile }: LoadedApi, { refusal }: OpenedClient, environment: NodeJS.ProcessEnv): Check {
  const name = 'credentials';
  if (refusal !== undefined) return failed(name, refusal);
  const secrets = variablesOf(profile.connection).filter(({ isSecret }) => isSecret);
  const set = secrets.filter((variable) => environment[variable.name]?.trim());
  if (set.length > 0) return { name, status: 'ok', message: `${listed(set)} set` };
  const { requirements, varies } = securityOf(profile.connection);
  if ((requirements.length === 0 && varies !== true) || secrets.length === 0)
    return { name, status: 'ok', message: 'none are asked for' };
  return { name, status: 'ok', message: 'none are set', help: `Tools that need some take ${listed(secrets)}.` };
}

function listed(variables: readonly { readonly name: string }[]): string {
  return variables.map(({ name }) => name).join(', ');
}
