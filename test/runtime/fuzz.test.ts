import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { intercomProfile } from '../../intercom/profile.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { toErrorResult, toResult } from '../../runtime/mcp/result.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import { TOKEN } from '../support/recorder.ts';
import { sampleArguments } from '../support/sample-arguments.ts';
import { oddArguments, randomOf } from './support/fuzz-input.ts';

const CALLS = 10_000;
const SEED = 20_260;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Megabytes that are in use once everything that can go is gone: what a registry has to finalize goes in the turn after. */
async function heap(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await new Promise(setImmediate);
  }
  return process.memoryUsage().heapUsed / 1e6;
}

/** What is wrong with a request that left; empty for one that is right. */
function faults(request: Request, body: string, { method, path }: CatalogEntry): string[] {
  const { origin, pathname, hash } = new URL(request.url);
  const segments = pathname.split('/');
  const template = path.split('/');
  const fits =
    segments.length === template.length &&
    template.every((part, at) => {
      const segment = segments[at] ?? '';
      return part.startsWith('{') ? segment !== '' && !/^(\.|%2e){1,2}$/i.test(segment) : segment === part;
    });
  return [
    origin === 'https://api.intercom.io' ? '' : `goes to ${origin}`,
    fits && !/[^\x21-\x7e]/.test(pathname) ? '' : `has the path ${pathname} instead of ${path}`,
    hash === '' ? '' : `has the fragment ${hash}`,
    request.method === method ? '' : `is a ${request.method}`,
    request.headers.get('authorization') === `Bearer ${TOKEN}` ? '' : 'has lost its token',
    request.headers.get('intercom-version') === '2.16' ? '' : 'has lost its version',
    body === '' || (isJson(body) && request.headers.get('content-type') === 'application/json') ? '' : 'has no JSON',
    /"(undefined|NaN)"|\{contact_id\}\//.test(body) ? 'has a value that is none' : '',
  ].filter((fault) => fault !== '');
}

/** True for a list that a name was looked for in, or the ticket whose type was asked for, before the request of the tool itself. */
function isLookUp({ method, url }: Request, entry: CatalogEntry): boolean {
  const { origin, pathname } = new URL(url);
  const isTicket = entry.method !== 'GET' && /^\/tickets\/-?[\da-f-]+$/.test(pathname);
  const isList = LISTS.has(pathname) && pathname !== entry.path;
  return method === 'GET' && origin === 'https://api.intercom.io' && (isList || isTicket);
}

const LISTS: ReadonlySet<string> = new Set(Object.values(intercomProfile.names?.kinds ?? {}).map(({ path }) => path));

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) || Array.isArray(value);
  } catch {
    return false;
  }
}

test('10,000 hostile calls over all tools: none crashes, none sends anything malformed, none leaves memory behind', async () => {
  const random = randomOf(SEED);
  const sent: { request: Request; body: string }[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, redirect: 'manual' });
    sent.push({ request, body: typeof init?.body === 'string' ? init.body : '' });
    return random() < 0.9 ? Response.json({ id: '1', data: [] }) : new Response('<html>', { status: 503 });
  };
  const client = createClient({ token: TOKEN, fetch: send });
  const targets = await Promise.all(
    catalog.map(async (entry) => {
      const tool = await loadTool(entry.name);
      if (tool === undefined) throw new Error(`no tool ${entry.name}`);
      const fits = [...sampleArguments({ schema: entry.inputSchema, cases: tool.cases })].slice(0, 6);
      return { entry, tool, fits: fits.map((fit) => fit.arguments) };
    }),
  );
  const wrong: string[] = [];
  const called = new Set<string>();
  const arrived = new Set<string>();
  let heapBefore = 0;
  for (let turn = 0; turn < CALLS; turn += 1) {
    if (turn === 2000) heapBefore = await heap();
    const { entry, tool, fits } = targets[turn % targets.length] ?? {};
    if (entry === undefined || tool === undefined || fits === undefined) throw new Error('no tools');
    const args = oddArguments(entry.inputSchema, fits[turn % fits.length] ?? {}, random);
    called.add(entry.name);
    try {
      const result = await toResult({ tool: entry.name, profile: intercomProfile }, await client.exchange(tool, args));
      arrived.add(entry.name);
      if (result.content.length === 0) wrong.push(`${entry.name}: no content`);
    } catch (error) {
      if (!(error instanceof ToolkitError)) wrong.push(`${entry.name}: ${String(error)} for ${show(args)}`);
      const { content } = toErrorResult(error);
      const length = JSON.stringify(content).length;
      if (length > 20_000) wrong.push(`${entry.name}: an error of ${length} characters`);
    }
    for (const { request, body } of sent) {
      if (isLookUp(request, entry)) continue;
      for (const fault of faults(request, body, entry)) wrong.push(`${entry.name} ${fault} for ${show(args)}`);
    }
    sent.length = 0;
    if (turn % 100 === 0) await new Promise(setImmediate);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect([called.size, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([catalog.length, false]);
  expect(arrived.size).toBeGreaterThan(catalog.length * 0.9);

  expect((await heap()) - heapBefore).toBeLessThan(4);
});

function show(args: unknown): string {
  return (JSON.stringify(args) ?? 'undefined').slice(0, 300);
}
