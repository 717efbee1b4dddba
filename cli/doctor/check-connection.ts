import { apiVersion, REGION_HOSTS, type Region } from '../../intercom/connection.ts';
import { TOOL_VERSIONS } from '../../intercom/open-api.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import type { ToolkitError } from '../../runtime/value/errors.ts';
import { type Identification, type IdentifyOptions, type Identity, identify } from '../identity/identify.ts';
import type { Check } from './check.ts';
import type { Address } from './check-settings.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/** Seconds that a clock may be off before searches by time go wrong in a way that one notices. */
const LARGEST_SKEW = 60;

/** What a request to the API brought to light. */
export interface Connection {
  readonly checks: readonly Check[];
  readonly identity?: Identity;
}

/** Asks the API whose token this is, and judges the answer; other regions are asked only after a 401. */
export async function checkConnection(
  { baseUrl, region }: Address,
  options: IdentifyOptions,
  hosts: Readonly<Record<Region, string>>,
): Promise<Connection> {
  const identification = await identify(baseUrl.href, options);
  const { identity, error } = identification;
  const others = region === undefined ? [] : Object.entries(hosts).filter(([other]) => other !== region);
  const refusal: Omit<Refusal, 'error'> = { others, options };
  return {
    checks: [
      await access(identification, region, refusal),
      versionCheck(error, options.version),
      clock(identification),
    ],
    ...(identity && { identity }),
  };
}

async function access(
  { identity, error }: Identification,
  region: Region | undefined,
  refusal: Omit<Refusal, 'error'>,
): Promise<Check> {
  const name = 'access';
  if (error === undefined) {
    const message = 'the token is accepted';
    const home = identity?.app?.region?.toLowerCase();
    if (region === undefined || home === undefined || home === region || !Object.hasOwn(REGION_HOSTS, home))
      return { name, status: 'ok', message };
    const help = `Set INTERCOM_REGION=${home}: the workspace lives there, and ${region} is a detour.`;
    return { name, status: 'ok', message, help };
  }
  if (error instanceof ApiError && error.status === 401)
    return { name, status: 'failed', ...(await explainRefusal({ error, ...refusal })) };
  if (isVersionProblem(error)) return { name, status: 'skipped', message: 'not known: the API version was refused' };
  return { name, status: 'failed', message: error.message, help: error.help };
}

function versionCheck(error: ToolkitError | undefined, version: string = apiVersion): Check {
  const name = 'API version';
  if (error === undefined) return { name, status: 'ok', message: `${version} is accepted` };
  if (!isVersionProblem(error)) return { name, status: 'skipped', message: `not known whether ${version} is accepted` };
  const help = `Choose a version that is in use, by --api-version or at login; there are tools of ${TOOL_VERSIONS.join(', ')}.`;
  return { name, status: 'failed', message: `${version} is refused: ${error.message}`, help };
}

function isVersionProblem(error: ToolkitError): boolean {
  return error.code === 'intercom_version_invalid';
}

function clock({ skew }: Identification): Check {
  const name = 'clock';
  if (skew === undefined) return { name, status: 'skipped', message: 'no answer with a date to compare with' };
  const off = Math.abs(skew);
  if (off <= LARGEST_SKEW) return { name, status: 'ok', message: `within ${Math.max(off, 1)} s of the API's` };
  const message = `${off} s ${skew > 0 ? 'behind' : 'ahead of'} the API's`;
  const help = "Set this machine's clock: searches for the last 24 hours go by it.";
  return { name, status: 'failed', message, help };
}
