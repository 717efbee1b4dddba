import { expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { isRecord, operations } from '../../sandbox/contract/contract.ts';
import { createRandom } from '../../sandbox/store/random.ts';
import { type HostileRequest, hostileRequest, mutated } from './support/hostile.ts';
import { START, type TestSandbox, testSandbox } from './support/sandbox.ts';
import { realArguments } from './support/sweep.ts';
import { sweepArguments } from './support/sweep-arguments.ts';

/** Requests to each operation; the seed makes them the same each time. */
const REQUESTS = 14;
const SEED = 20_261_125;

// Those with fewer parameters take a path before the others.
const byPath = [...operations.values()].sort((a, b) => a.path.split('{').length - b.path.split('{').length);

/** The requests that the tools make, by the operations that take them. */
async function goodRequests(sandbox: TestSandbox): Promise<Map<string, HostileRequest[]>> {
  const made = new Map<string, HostileRequest[]>();
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init));
    return Response.json({}, { status: 400 });
  };
  const state = sandbox.snapshot();
  const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', now: () => START, fetch });
  for (const { name, inputSchema } of catalog) {
    const tool = await loadTool(name);
    if (tool === undefined) continue;
    for (const { given } of realArguments(tool, inputSchema, state, sweepArguments))
      await client.exchange(tool, given).catch(() => undefined);
  }
  for (const request of sent) {
    const { pathname, search } = new URL(request.url);
    const operation = byPath.find(
      ({ method, path }) =>
        method === request.method && new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
    const known = made.get(operation?.key ?? '') ?? [];
    const body = await request.text();
    known.push({ method: request.method, path: pathname + search, body: body === '' ? undefined : body });
    made.set(operation?.key ?? '', known);
  }
  return made;
}

async function send({ fetch }: TestSandbox, { method, path, body }: HostileRequest): Promise<Response> {
  return fetch(
    new Request(`http://sandbox.test${path}`, {
      method,
      headers: { authorization: 'Bearer sandbox' },
      ...(body !== undefined && { body }),
    }),
  );
}

function show({ method, path, body }: HostileRequest): string {
  return `${method} ${path} ${body ?? ''}`.slice(0, 500);
}

/** What errors are told in beside Intercom's list. */
const OWN_ENVELOPES = ['errors', 'error_key', 'message'];

/** All rows of all tables that were ever asked for, in one text: much faster than a copy. */
function printer({ workspace }: TestSandbox): () => string {
  const names = new Set(Object.keys(workspace.snapshot()));
  const table = workspace.table.bind(workspace);
  workspace.table = (name) => {
    names.add(name);
    return table(name);
  };
  return () =>
    [...names]
      .filter((name) => table(name).size > 0)
      .map((name) => `${name} ${JSON.stringify(table(name).all())}`)
      .join('\n');
}

test('no request breaks the sandbox, and one that is refused says so in order and changes nothing', async () => {
  const sandbox = testSandbox();
  const good = await goodRequests(sandbox);
  expect(good.size).toBe(operations.size);
  const random = createRandom(SEED);
  const print = printer(sandbox);
  const state = sandbox.snapshot();
  const counts = { done: 0, refused: 0 };
  const wrong: string[] = [];
  for (const operation of operations.values()) {
    const known = good.get(operation.key) ?? [];
    let before = print();
    for (let i = 0; i < REQUESTS; i++) {
      const request =
        i === 0
          ? random.pick(known)
          : random.chance(0.5)
            ? mutated(random.pick(known), random)
            : hostileRequest(operation, state, random);
      const response = await send(sandbox, request);
      const answer = await response.text();
      const after = operation.method === 'GET' ? before : print();
      if (response.status < 400) {
        counts.done += 1;
      } else {
        counts.refused += 1;
        const told: unknown = JSON.parse(answer);
        const isInOrder = isRecord(told) && (Array.isArray(told.errors) || OWN_ENVELOPES.some((key) => told[key]));
        if (response.status >= 500 || !isInOrder) wrong.push(`${response.status} ${answer} to ${show(request)}`);
        if (after !== before) wrong.push(`${response.status}, but changed something: ${show(request)}`);
      }
      before = after;
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.done).toBeGreaterThan(700);
  expect(counts.refused).toBeGreaterThan(1000);
  expect(Object.prototype).not.toHaveProperty('polluted');
}, 240_000);
