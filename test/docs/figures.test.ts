import { gzipSync } from 'node:zlib';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { catalog, intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { filterCatalog } from '../../runtime/catalog/filter.ts';
import { createCode } from '../../runtime/mcp/code-mode.ts';
import { createDiscovery, createHttpHandler } from '../../runtime/mcp/index.ts';
import { plainRequest } from '../support/mcp-post.ts';
import { pages, textOf } from './support/pages.ts';

const options = { ...intercom, from: catalog };

/** What a list of tools costs a model. */
function cost(tools: readonly object[]): string {
  return countTokens(JSON.stringify(tools)).toLocaleString('en');
}

function sum(kept: typeof catalog): string {
  return kept.reduce((tokens, entry) => tokens + entry.tokens, 0).toLocaleString('en');
}

const all = sum(catalog);
const discovery = cost(createDiscovery(options)(catalog).list().tools);
const code = cost(createCode(options)(catalog).list().tools);
const knowledge = filterCatalog(catalog, { tags: ['knowledge_base'], methods: ['read'] });

const names = catalog.map(({ name }) => name.length).toSorted((one, other) => other - one);
const median = catalog.map(({ tokens }) => tokens).toSorted((one, other) => one - other)[catalog.length >> 1];

test.each([
  [
    'docs/clients.md',
    `of ${catalog.length} names, ${['seven', 'eight', 'nine'][names.filter((length) => length > 49).length - 7]} have more than 49`,
  ],
  ['docs/clients.md', `the longest ${names[0]}.`],
  ['docs/overlays.md', `the median tool 130 (${median} now)`],
  ['docs/agents.md', `All definitions cost ${all} tokens.`],
  ['docs/discovery.md', `cost a model ${all} tokens, these ${discovery},`],
  ['docs/code.md', `for ${code} tokens:`],
  ['README.md', `costs a model ${all} tokens`],
  ['README.md', `is ${knowledge.length} tools and ${sum(knowledge)} tokens`],
  ['README.md', `${catalog.length} tools`],
])('%s says: %s', (page, sentence) => {
  expect(textOf(page).replaceAll(/\s+/g, ' ')).toContain(sentence);
});

test('docs/clients.md says what a list weighs, and what it weighs compressed', async () => {
  const client = createClient({ token: 'none', fetch: () => Promise.reject(new Error('Nothing is called.')) });
  const request = plainRequest('tools/list', {}, { headers: { accept: 'application/json' } });
  const list = new Uint8Array(await (await createHttpHandler({ ...intercom, client })(request)).arrayBuffer());
  const thousands = (bytes: number) => `${Math.round(bytes / 1000)},000`;
  expect(textOf('docs/clients.md')).toContain(
    `the ${thousands(list.length)} bytes of all tools become ${thousands(gzipSync(list).length)}.`,
  );
});

test('no page counts the tools otherwise', () => {
  const counted = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/\ball (?:of )?(?:the )?(\d{3}) (?:tools|operations)|\b(\d{3}) tools\b(?! (?:in|per|at))/g)].map(
      ([, one, other]) => `${page}: ${one ?? other}`,
    ),
  );
  expect(counted.length).toBeGreaterThan(5);
  expect(counted.filter((line) => !/: (?:231|128|100)$/.test(line))).toEqual([]);
});
