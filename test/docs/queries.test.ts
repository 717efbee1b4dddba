import { describe, expect, test } from 'vitest';

import { createClient } from '../../intercom/client.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { shownCalls } from './support/shown-calls.ts';
import { toolOf } from './support/tool-of.ts';

const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: createSandbox().fetch });
const searches = shownCalls('docs/queries.md');

test('there are twenty, numbered', () => {
  const numbers = searches.map(({ heading }) => Number(/^### (\d+)\. .*\?$/.exec(heading)?.[1]));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

describe.each(searches)('$heading', ({ tool, input, after }) => {
  test('finds what the page says, and repairs what it says', async () => {
    const { output, repairs = [] } = await client.exchange(await toolOf(tool), input, {
      shape: 'model',
    });
    const { result, total_count } = output as {
      result: readonly { id: string; title?: string }[];
      total_count: number;
    };
    const [, count, isMore, list = ''] = /^Finds (\d+)(, first)?: (.*)\.$/m.exec(after) ?? [];
    expect(Number(count)).toBe(total_count);
    expect(isMore !== undefined).toBe(total_count > 3);
    const ids = list.match(/\b[0-9a-f]{24}\b|(?<= |^)\d{5,9}\b/g);
    expect(ids).toEqual(result.slice(0, 3).map(({ id }) => id));
    const titles = list.match(/"[^"]+"/g) ?? [];
    for (const title of titles) expect(JSON.stringify(result)).toContain(title);

    const told = [...after.matchAll(/`(query\.[^`]*became [^`]*)`/g)].map(([, repair]) => repair);
    // Those of times name the moment.
    expect(repairs.filter((repair) => !/\d{4}-\d\d-\d\dT/.test(repair))).toEqual(told);
  });
});
