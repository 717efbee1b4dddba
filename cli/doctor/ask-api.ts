import { exampleArguments } from '../../runtime/catalog/example-arguments.ts';
import { ApiError, NetworkError } from '../../runtime/http/errors.ts';
import type { Client } from '../../runtime/index.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import type { LoadedApi } from '../api/load-api.ts';
import type { Check } from './check.ts';
import { failed } from './check-settings.ts';
import { chooseProbe, probeArguments } from './choose-probe.ts';

/** Whether an API is there, and whether it takes the credential. */
export interface Asked {
  readonly address: Check;
  readonly access: Check;
}

/** Milliseconds until an answer is no longer waited for. */
const PATIENCE = 10_000;

/** Calls what needs no argument of an API; where there is no such tool, its address is looked at without a credential. */
export async function askApi(api: LoadedApi, client: Client, send: typeof fetch): Promise<Asked> {
  const probe = chooseProbe(api.catalog);
  const tool = probe && (await api.loadTool(probe.name));
  if (probe === undefined || tool === undefined) return await lookAtApi(api, client, send);
  const request = `${probe.method} ${probe.path}`;
  const address = async (): Promise<Check> => ({ name: 'address', status: 'ok', message: await placeOf(api, client) });
  try {
    await client.exchange(tool, probeArguments(probe), { signal: AbortSignal.timeout(PATIENCE) });
    return { address: await address(), access: { name: 'access', status: 'ok', message: `${request} answered` } };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { address: unreachable(await placeOf(api, client)), access: NOT_ASKED };
    if (error instanceof NetworkError) return { address: failed('address', error), access: NOT_ASKED };
    if (error instanceof ToolkitError) return { address: await address(), access: accessOf(error, request) };
    throw error;
  }
}

/** Looks whether anybody answers at the address of an API, whatever they answer, and sends no credential. */
export async function lookAtApi(api: LoadedApi, client: Client, send: typeof fetch): Promise<Asked> {
  const place = await placeOf(api, client);
  try {
    await send(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return { address: { name: 'address', status: 'ok', message: `${place} answers` }, access: NOT_CHECKED };
  } catch {
    return { address: unreachable(place), access: NOT_ASKED };
  }
}

const NOT_ASKED: Check = { name: 'access', status: 'skipped', message: 'the API was not asked' };
const NOT_CHECKED: Check = {
  name: 'access',
  status: 'skipped',
  message: 'not checked: that takes a credential, and a GET that needs no argument',
};

function unreachable(place: string): Check {
  const help = 'Check the address, the connection and the proxy of this machine.';
  return { name: 'address', status: 'failed', message: `${place} cannot be reached`, help };
}

function accessOf(error: ToolkitError, request: string): Check {
  const name = 'access';
  const { message, help } = error;
  if (error instanceof ApiError && (error.status === 401 || error.status === 403))
    return { name, status: 'failed', message: `${request} was refused: ${message}`, help };
  return { name, status: 'skipped', message: `not checked: ${request} failed: ${message}` };
}

/** Where requests of an API go, by one that is not sent. */
async function placeOf({ catalog, loadTool }: LoadedApi, client: Client): Promise<string> {
  const [entry] = [chooseProbe(catalog), catalog[0]].filter((one) => one !== undefined);
  const tool = entry && (await loadTool(entry.name));
  if (entry === undefined || tool === undefined) throw new Error('An API without tools is not loaded.');
  const { output }: { readonly output: unknown } = await client.exchange(tool, exampleArguments(entry.inputSchema), {
    dryRun: true,
  });
  return new URL(isRecord(output) ? String(output.url) : '').origin;
}
