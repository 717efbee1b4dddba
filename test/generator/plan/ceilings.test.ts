import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { listTools } from '../../../runtime/mcp/list.ts';

const root = new URL('../../../', import.meta.url);
function read(file: string): Promise<string> {
  return readFile(new URL(file, root), 'utf8');
}
const catalog: CatalogEntry[] = JSON.parse(await read('generated/intercom/catalog.json'));
const tools = new Map(catalog.map((entry) => [entry.name, entry]));
const listed = catalog.map(({ name, title, description, inputSchema, annotations }) => ({
  name,
  title,
  description,
  inputSchema,
  annotations,
}));
/** A tool as a model's client receives it. */
function tokensOf(tool: object): number {
  return countTokens(JSON.stringify(tool));
}

const heroes: [string, string][] = [
  ['list_all_intercom_search_conversations', 'POST /conversations/search'],
  ['get_single_intercom_conversation_by_id', 'GET /conversations/{conversation_id}'],
  ['intercom_conversations_reply', 'POST /conversations/{conversation_id}/reply'],
  ['list_all_intercom_articles_search', 'GET /articles/search'],
  ['list_all_intercom_search_contacts', 'POST /contacts/search'],
  ['update_a_intercom_ticket_by_id', 'PUT /tickets/{ticket_id}'],
];
const searches = ['contacts', 'conversations', 'tickets'].map((name) => `list_all_intercom_search_${name}`);

describe('names', () => {
  test('231 tools: every operation of version 2.16', () => {
    expect(catalog).toHaveLength(231);
  });

  test.each(heroes)('%s is %s', (name, operation) => {
    const entry = tools.get(name);
    expect(`${entry?.method} ${entry?.path}`).toBe(operation);
  });

  test('are unique and what every client accepts', () => {
    expect(tools.size).toBe(catalog.length);
    // The strictest of the clients: lower case, and 64 characters with no prefix of a server.
    expect(catalog.filter(({ name }) => !/^[a-z0-9_]{1,64}$/.test(name))).toEqual([]);
  });

  const facts = new URL('../shared/facts/tool-names-2.16.tsv', root);
  if (!existsSync(facts)) console.warn(`SKIPPED: ${facts.pathname} is absent, so names are not compared with it`);
  test.skipIf(!existsSync(facts))('follow the rule, or an overlay overrides them because they mislead', async () => {
    const rows = (await readFile(facts, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const overlay = parse(await read('specs/intercom/overlays/tools.yaml'));
    const overrides = new Map<string, string>();
    for (const { target, update } of overlay.actions) {
      const [, path, method = ''] = /^\$\.paths\['([^']+)'\]\.(\w+)$/.exec(target) ?? [];
      if (update?.['x-mcp']?.name) overrides.set(`${method.toUpperCase()} ${path}`, update['x-mcp'].name);
    }
    expect(overrides.size).toBeGreaterThan(20);
    const names = new Map(catalog.map(({ method, path, name }) => [`${method} ${path}`, name]));
    expect(rows).toHaveLength(231);
    expect(Object.fromEntries(names)).toEqual(
      Object.fromEntries(rows.map(([operation = '', , name]) => [operation, overrides.get(operation) ?? name])),
    );
  });
});

describe('what the tools cost a model', () => {
  test('all of them at most 38,000 tokens', () => {
    // Less than a fifth of a context of 200,000 with every tool loaded, and two hundred more for what a search learns; a plain
    // conversion of the description takes 150,000.
    expect(tokensOf(listTools(catalog))).toBeLessThanOrEqual(38_000);
    // And not by starving the words: below this something has been lost.
    expect(tokensOf({ tools: listed })).toBeGreaterThan(25_000);
  });

  test('half of them at most 130 each', () => {
    const sorted = listTools(catalog)
      .tools.map(tokensOf)
      .sort((a, b) => a - b);
    // What a name, a title, two sentences and three described arguments take.
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(130);
  });

  test('none over 1,200', () => {
    // The search language of conversations, with 56 fields and their operators, is the most that a tool has to say.
    expect(listed.filter((tool) => tokensOf(tool) > 1200).map(({ name }) => name)).toEqual([]);
  });

  test.each(searches)('%s at most 1,200, with its language', (name) => {
    const tool = listed.find((entry) => entry.name === name);
    expect(tool?.inputSchema.$defs).toHaveProperty('filter');
    expect(tokensOf(tool ?? {})).toBeLessThanOrEqual(1200);
  });

  test('the catalogue says the same of each', () => {
    const { tools: shown } = listTools(catalog);
    expect(catalog.filter((entry, at) => entry.tokens !== tokensOf(shown[at] ?? {})).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe('words', () => {
  test('every tool has a title and a description of its own', () => {
    expect(catalog.filter(({ title, description }) => title === '' || description === '')).toEqual([]);
    expect(new Set(catalog.map(({ description }) => description)).size).toBe(catalog.length);
    expect(new Set(catalog.map(({ title }) => title)).size).toBe(catalog.length);
  });

  test('every list says that it is one', () => {
    const says = /\b(?:lists?|search(?:es)?|find)\b/i;
    const silent = catalog.filter((entry) => entry.class === 'list' && !says.test(entry.description));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(catalog.filter((entry) => entry.class === 'list').length).toBeGreaterThan(60);
  });

  test('the hero tools that list say it in their descriptions', () => {
    const lists = heroes.map(([name]) => tools.get(name)).filter((entry) => entry?.class === 'list');
    expect(lists).toHaveLength(3);
    for (const entry of lists) expect(entry?.description).toMatch(/\blists?\b/i);
  });

  test('titles at most 60 characters, descriptions at most 400', () => {
    // A title is one line of a client's menu; a description longer than 400 characters is skimmed, not read.
    expect(catalog.filter(({ title }) => title.length > 60).map(({ name }) => name)).toEqual([]);
    expect(catalog.filter(({ description }) => description.length > 400).map(({ name }) => name)).toEqual([]);
  });

  test('a tool that a description names exists', () => {
    const named = catalog.flatMap((entry) =>
      [
        ...JSON.stringify(entry).matchAll(
          /\b(?:(?:list_all|get_single|create_a|create_or_update_a|update_a|delete_a)_)?intercom_[a-z0-9_]+/g,
        ),
      ].map(([name]) => name),
    );
    expect(named.length).toBeGreaterThan(catalog.length);
    // An argument of replies.
    expect([...new Set(named)].filter((name) => !tools.has(name))).toEqual(['intercom_user_id']);
  });
});
