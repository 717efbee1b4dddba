import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import type { Pagination } from '../../../runtime/tool/tool.ts';

const file = new URL('../../../../shared/facts/pagination.json', import.meta.url);
const present = existsSync(file);
if (!present) console.warn('SKIPPED: no table of how each operation pages at ../shared/facts/pagination.json');

const operations = z.object({
  '2.16': z.array(
    z.object({
      key: z.string(),
      style: z.string(),
      items: z.string(),
      max: z.union([z.number(), z.string()]).nullable(),
    }),
  ),
});

/** How the table's words for a style are written as one of ours. */
const styles: Readonly<Record<string, Omit<Pagination, 'items' | 'max'>>> = {
  body_cursor: { style: 'cursor', in: 'body.pagination' },
  query_cursor: { style: 'cursor' },
  query_cursor_flat: { style: 'cursor', param: 'cursor', next: 'next_cursor' },
  scroll: { style: 'scroll', sized: false },
  page: { style: 'page' },
  page_url: { style: 'page' },
  page_flat: { style: 'page' },
  'page?': { style: 'page', untilEmpty: true },
  body_page: { style: 'page', in: 'body' },
  next_url: { style: 'url' },
  none: { style: 'none' },
};

function nameless(operation: string): string {
  return operation.replaceAll(/\{[^}]*\}/g, '{}');
}

test.runIf(present)('every operation that pages does it as the table of evidence says', async () => {
  const table = operations.parse(JSON.parse(await readFile(file, 'utf8')))['2.16'];
  const expected = table.map(({ key, style, items, max }): [string, unknown] => {
    const limit = Number.parseInt(String(max), 10);
    const place = items.startsWith('(') ? '' : items.split(' ')[0];
    return [nameless(key), { ...styles[style], items: place, ...(limit > 0 && { max: limit }) }];
  });
  const ours = await Promise.all(
    catalog
      .filter((entry) => entry.class === 'list')
      .map(async ({ name, method, path }): Promise<[string, unknown]> => {
        return [nameless(`${method} ${path}`), (await loadTool(name))?.pagination];
      }),
  );
  expect(Object.fromEntries(ours.sort())).toEqual(Object.fromEntries(expected.sort()));
});
