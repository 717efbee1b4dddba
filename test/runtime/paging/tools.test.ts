import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import type { Page, Pagination, Tool } from '../../../runtime/tool/tool.ts';
import { isRecord } from '../../../runtime/value/value.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';
import { ids, scenarios, startIntercom } from './support/intercom.ts';

const tools = (await Promise.all(catalog.map(async (entry) => ({ entry, tool: await loadTool(entry.name) })))).flatMap(
  ({ entry, tool }) => (tool?.pagination ? [{ entry, tool, pagination: tool.pagination }] : []),
);
let intercom: Awaited<ReturnType<typeof startIntercom>>;
beforeAll(async () => {
  intercom = await startIntercom();
});
afterAll(() => intercom[Symbol.asyncDispose]());

test('every list and search of the catalogue pages, in each of the styles', () => {
  expect(tools.map(({ entry }) => entry.name)).toEqual(
    catalog.filter((entry) => entry.class === 'list').map(({ name }) => name),
  );
  expect(new Set(tools.map(({ pagination }) => pagination.style))).toEqual(
    new Set(['cursor', 'page', 'scroll', 'url', 'none']),
  );
});

describe.each(tools)('$entry.name', ({ entry, tool, pagination }) => {
  const [given] = sampleArguments({ schema: entry.inputSchema, cases: tool.cases });
  const args = { ...given?.arguments };
  const limits = fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 5,
  });

  test('gives every item once, then stops', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(pagination), limits, async (scenario, sizes) => {
        intercom.play(scenario);
        intercom.requests.length = 0;
        const seen: unknown[] = [];
        let cursor: unknown;
        for (let turn = 0; cursor !== null; turn += 1) {
          expect(turn).toBeLessThan(80);
          const limit = sizes[turn % sizes.length];
          const page = await call(tool, { ...args, ...(limit && { limit }), ...(turn > 0 && { next_cursor: cursor }) });
          if (limit && pagination.style !== 'scroll') expect(page.result.length).toBeLessThanOrEqual(limit);
          seen.push(...page.result);
          cursor = page.next_cursor;
          // Only a scroll, and what counts no pages, has to be asked once more to know the end.
          if (pagination.style !== 'scroll' && !pagination.untilEmpty && scenario.total > 0) {
            expect(page.result.length).toBeGreaterThan(0);
          }
        }
        expect(seen).toEqual(ids(0, scenario.total));
        expect(new Set(intercom.requests.map((request) => unpaged(request, pagination))).size).toBe(1);
      }),
      { numRuns: 12 },
    );
  });

  test('gives the same to an iterator', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios(pagination), fc.integer({ min: 1, max: 9 }), async (scenario, limit) => {
        intercom.play(scenario);
        const list = tool as Tool<unknown, Page<unknown>>;
        const seen = await collect(intercom.client.paginate(list, args, { limit }));
        expect(seen).toEqual(ids(0, scenario.total));
      }),
      { numRuns: 4 },
    );
  });
});

async function call(tool: Tool, input: object): Promise<{ result: unknown[]; next_cursor: unknown }> {
  const page = await intercom.client.call(tool, { ...input });
  if (isRecord(page) && Array.isArray(page.result)) return { result: page.result, next_cursor: page.next_cursor };
  throw new Error('no page');
}

/** A request without its paging: the same for all pages of a list. */
function unpaged(request: (typeof intercom.requests)[number], { in: where, param }: Pagination): string {
  const paging = new Set(['page', 'per_page', 'starting_after', 'scroll_param', param]);
  const query = [...request.query].filter(([key]) => !paging.has(key));
  const body: unknown = request.body === '' ? {} : JSON.parse(request.body);
  const rest = Object.entries(isRecord(body) ? body : {}).filter(
    ([key]) => !(where === 'body' ? paging.has(key) : key === 'pagination'),
  );
  return JSON.stringify([request.method, request.pathname, query, rest]);
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}
