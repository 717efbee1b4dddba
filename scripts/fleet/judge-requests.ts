import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { createClient } from '../../runtime/client.ts';
import {
  type PrismOperation,
  type PrismRequest,
  prismFaults,
  prismOperations,
} from '../../test/judges/prism-validator.ts';
import { randomNumbers } from './choose.ts';
import { fillArguments } from './fill-arguments.ts';
import type { LoadedApi } from './load-api.ts';
import type { Judged } from './outcome.ts';

/** So many tools of one API are called. */
const MOST = 25;

/** Calls tools with all arguments filled and has each request judged by Prism, which reads the description for itself. */
export async function judgeRequests({ catalog, loadTool, profile }: LoadedApi, file: string): Promise<Judged> {
  const operations = new Map((await prismOperations(file)).map((one) => [keyOf(one.method, one.path), one]));
  const unsent = new Counts();
  const faults = new Counts();
  let [requests, right] = [0, 0];
  for (const entry of chosen(catalog)) {
    const operation = operations.get(keyOf(entry.method, entry.path));
    if (operation === undefined) continue;
    let sent: Request | undefined;
    const client = createClient({
      ...{ profile, token: 'none', version: null },
      fetch: async (input, init) => {
        sent = new Request(input, { ...init, ...(init?.body && { duplex: 'half' }) });
        return Response.json({});
      },
    });
    try {
      const tool = await loadTool(entry.name);
      if (tool === undefined) throw new Error('its module has no such tool');
      await client.exchange(tool, fillArguments(entry.inputSchema));
    } catch (error) {
      if (sent === undefined) {
        unsent.add(
          error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : String(error),
          entry.name,
        );
        continue;
      }
    }
    if (sent === undefined) continue;
    requests += 1;
    const request = await prismRequest(sent, operation);
    const found = prismFaults(operation, request);
    if (found.every(({ message }) => isCredential(message))) right += 1;
    for (const { code, path = [], message } of found)
      faults.add(
        isCredential(message) ? 'a credential that the connection adds' : `${path[0] ?? 'request'} ${code ?? ''}`,
        `${entry.name} ${path.join('.')}: ${message} (${sent.url.slice(0, 200)})`,
      );
  }
  return {
    requests,
    right,
    unsent: unsent.counts,
    faults: faults.counts,
    examples: { ...faults.examples, ...unsent.examples },
  };
}

function chosen(catalog: readonly CatalogEntry[]): CatalogEntry[] {
  const random = randomNumbers(catalog.length);
  return catalog
    .map((entry) => ({ entry, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** Whether what is missing is no argument: keys and tokens are the client's, and these clients have none. */
function isCredential(message: string): boolean {
  return /required property '[^']*(?:key|token|auth|secret|sign|password|credential)[^']*'/i.test(message);
}

function keyOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

/** A request as a server would hand it to Prism: its path below the address of the API, its body as its type says. */
export async function prismRequest(sent: Request, { path }: PrismOperation): Promise<PrismRequest> {
  const url = new URL(sent.url);
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const [first = '', ...others] = url.searchParams.getAll(name);
    query[name] = others.length === 0 ? first : [first, ...others];
  }
  const headers = Object.fromEntries(sent.headers);
  const text = await sent.text();
  if (text !== '') headers['content-length'] = String(text.length);
  const depth = path.split('/').length;
  const own = `/${url.pathname
    .split('/')
    .slice(-depth + 1)
    .join('/')}`;
  const isJson = /[/+]json\b/.test(headers['content-type'] ?? '');
  const body = text === '' ? undefined : isJson ? JSON.parse(text) : text;
  return { method: sent.method.toLowerCase(), url: { path: own, query }, headers, body };
}

class Counts {
  readonly counts: Record<string, number> = {};
  readonly examples: Record<string, string> = {};

  add(kind: string, example: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    this.examples[kind] ??= example;
  }
}
