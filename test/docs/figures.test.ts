import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { catalog, intercom } from '../../intercom/catalog.ts';
import { filterCatalog } from '../../runtime/catalog/filter.ts';
import { createCode } from '../../runtime/mcp/code-mode.ts';
import { createDiscovery } from '../../runtime/mcp/index.ts';
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

test.each([
  ['docs/discovery.md', `cost a model ${all} tokens, these ${discovery},`],
  ['docs/code.md', `for ${code} tokens:`],
  ['README.md', `costs a model ${all} tokens`],
  ['README.md', `is ${knowledge.length} tools and ${sum(knowledge)} tokens`],
  ['README.md', `${catalog.length} tools`],
])('%s says: %s', (page, sentence) => {
  expect(textOf(page).replaceAll(/\s+/g, ' ')).toContain(sentence);
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
