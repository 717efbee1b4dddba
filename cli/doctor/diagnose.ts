import { REGION_HOSTS, type Region } from '../../intercom/connection.ts';
import type { ToolkitError } from '../../runtime/value/errors.ts';
import type { Identity } from '../identity/identify.ts';
import type { Check } from './check.ts';
import { checkConnection } from './check-connection.ts';
import { checkNode, checkTools } from './check-installation.ts';
import { checkAddress, checkProxy, checkToken, failed } from './check-settings.ts';

/** Everything that {@link diagnose} looks at from outside. */
export interface Surroundings {
  /** With the token and the place of the workspace that was decided on. */
  readonly environment: NodeJS.ProcessEnv;
  /** The version of the API that the workspace is to be asked for; that of the newest tools unless given. */
  readonly version?: string | undefined;
  /** Where those come from; the environment itself unless said otherwise. */
  readonly source?: string | undefined;
  /** Why none could be decided on. */
  readonly problem?: ToolkitError | undefined;
  readonly nodeVersion: string;
  readonly fetch?: typeof fetch;
  /** This machine's clock, in unix milliseconds. */
  readonly now?: () => number;
  readonly hosts?: Readonly<Record<Region, string>>;
}

/** What was found: `ok` unless a check failed. */
export interface Diagnosis {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly identity?: Identity;
}

/** Looks at everything that has to be right for the tools to work; a failure is an answer, never thrown. */
export async function diagnose({
  environment,
  source,
  version,
  problem,
  nodeVersion,
  fetch: send = fetch,
  now = Date.now,
  hosts = REGION_HOSTS,
}: Surroundings): Promise<Diagnosis> {
  const { whoAmI, ...tools } = await checkTools(version);
  const { token, ...secret }: ReturnType<typeof checkToken> = problem
    ? failed('token', problem)
    : checkToken(environment.INTERCOM_ACCESS_TOKEN, source);
  const { address, ...place } = checkAddress(environment, hosts, source);
  const { checks, identity } =
    whoAmI && token !== undefined && address
      ? await checkConnection(address, { whoAmI, token, version, fetch: send, now }, hosts)
      : { checks: skippedChecks };
  const all = [checkNode(nodeVersion), tools, secret, place, ...checkProxy(environment), ...checks];
  return { ok: all.every(({ status }) => status !== 'failed'), checks: all, ...(identity && { identity }) };
}

const skippedChecks: readonly Check[] = ['access', 'API version', 'clock'].map((name) => ({
  name,
  status: 'skipped',
  message: 'the API was not asked',
}));
