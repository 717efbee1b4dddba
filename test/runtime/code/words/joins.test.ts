import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog, intercom } from '../../../../intercom/catalog.ts';
import { createClient } from '../../../../intercom/client.ts';
import { askedJoin } from '../../../../runtime/code/words/asked-join.ts';
import { createCodeWords } from '../../../../runtime/code/words/code-words.ts';
import { findJoin } from '../../../../runtime/code/words/find-join.ts';
import { functionNames } from '../../../../runtime/code/words/function-names.ts';
import { worldNames } from '../../../../runtime/code/world-names.ts';
import type { Joins } from '../../../../runtime/profile/joins.ts';
import { isRecord } from '../../../../runtime/value/value.ts';
import { createSandbox } from '../../../../sandbox/index.ts';
import { complaints } from '../../../support/compile-types.ts';

type Json = Readonly<Record<string, unknown>>;

const { profile, answerTypes, loadTool } = intercom;
const joins: Joins = profile.joins ?? { things: {}, steps: [] };
const names = worldNames(profile);
const words = createCodeWords({ profile, catalog, from: catalog, answerTypes, names });
const things = Object.keys(joins.things);
const served = new Set(catalog.map(({ name }) => name));
const pairs = things.flatMap((from) => things.filter((to) => to !== from).map((to) => ({ from, to })));
const known = pairs.filter((pair) => findJoin(pair, joins, served) !== undefined);
const none = pairs.filter((pair) => !known.includes(pair)).map(({ from, to }) => `${from} ${to}`);

/** The program of an answer: what stands between the first line and the first empty one. */
async function programOf({ from, to }: { from: string; to: string }): Promise<string> {
  const text = await words.search(`from a ${from} to its ${to}`);
  return text.slice(text.indexOf('\n') + 1, text.indexOf('\n\n'));
}

test('a way leads wherever one can lead', () => {
  expect(known).toContainEqual({ from: 'conversation', to: 'company' });
  expect(none.sort()).toEqual(NO_WAY);
});

test('every way is one that the types of answers and arguments allow', async () => {
  const { answers } = await answerTypes();
  const typeOf = (thing: string): string => {
    const { get, list } = joins.things[thing] ?? {};
    return (answers[get?.[0] ?? list ?? ''] ?? 'never').replace(/^Page<(.*)>$/, '$1');
  };
  const programs = await Promise.all(
    known.map(
      async (pair) =>
        `async function ${pair.from}_${pair.to}(${pair.from}: ${typeOf(pair.from)}) {\n${await programOf(pair)}\n}`,
    ),
  );
  // An id may be a number or a text wherever it stands alone.
  const declared = (await words.declarations())
    .replaceAll(/(_id\??: )string\b/g, '$1string|number')
    .replace('value: V|V[]', 'value: V|V[]|string|number');
  expect(complaints(`${declared}${programs.join('\n')}`, { hasLibrary: true })).toEqual([]);
});

describe('in the sample workspace', () => {
  const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000 });
  const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });

  async function call(name: string, args: Json): Promise<unknown> {
    const { entry } = functionNames(catalog).find(name);
    const tool = entry && (await loadTool(entry.name));
    if (tool === undefined) throw new Error(`${name} is no function`);
    return client.call(tool, args, { shape: 'complete' });
  }

  async function* all(name: string, args: Json = {}): AsyncGenerator<Json> {
    // The first of each are enough, but for those that are looked through.
    const limit = Object.keys(args).length > 0 ? 3 : 100;
    const page = await call(name, { ...args, limit });
    yield* itemsOf(page).slice(0, limit);
  }

  const functions = functionNames(catalog).all;
  const world = {
    ...Object.fromEntries(functions.map((name) => [name, (args: Json) => call(name, args)])),
    all: Object.fromEntries(functions.map((name) => [name, (args?: Json) => all(name, args)])),
  };

  /** Some things of each kind. */
  async function some(thing: string): Promise<readonly Json[]> {
    if (thing === 'note') {
      const pages = (await some('contact')).map(({ id }) => call('listContactNotes', { contact_id: id }));
      return (await Promise.all(pages)).flatMap(itemsOf);
    }
    const [name = '', args = {}] = LISTS[thing] ?? [];
    const page = await call(name, { ...args, limit: 150 });
    const listed = itemsOf(page);
    // Those that lead on: few contacts have notes, few articles tags.
    const items = listed.toSorted((a, b) => linksOf(b) - linksOf(a));
    const [tool, argument = ''] = joins.things[thing]?.get ?? [];
    if (tool === undefined) return items;
    return Promise.all(items.slice(0, 8).map(async ({ id }) => parsed(await call(tool, { [argument]: id }))));
  }

  test.each(things)('every program that begins with this runs, and finds something: %s', async (from) => {
    const empty: string[] = [];
    const items = await some(from);
    for (const pair of known.filter((one) => one.from === from)) {
      const program = await programOf(pair);
      const variable = /^const (\w+) = \[\]/.exec(program)?.[1] ?? '';
      const run = new Function(names.object, from, `return (async () => {\n${program}\nreturn ${variable};\n})();`);
      let found: unknown[] = [];
      for (const item of items) {
        found = await run(world, item);
        if (found.length > 0) break;
      }
      if (found.length === 0) empty.push(`${from} ${pair.to}`);
    }
    expect(empty.filter((pair) => !NOTHING_THERE.has(pair))).toEqual([]);
  });
});

const created = { query: { field: 'created_at', operator: '>', value: '2020-01-01' } };

/** What has nothing in common: knowledge and people, and of a subscription nobody tells who has it. */
const NO_WAY: readonly string[] = pairs
  .filter(({ from, to }) => {
    const isKnowledge = [from, to].map((thing) => ['article', 'collection'].includes(thing));
    const isShared = ['admin', 'tag'].includes(from) || ['admin', 'tag'].includes(to);
    return from === 'subscription' || (isKnowledge[0] !== isKnowledge[1] && !isShared);
  })
  .map(({ from, to }) => `${from} ${to}`)
  .sort();

/** How things are listed. */
const LISTS: Readonly<Record<string, readonly [name: string, args?: Json]>> = {
  conversation: ['searchConversations', created],
  contact: ['searchContacts', created],
  company: ['listAllCompanies'],
  ticket: ['searchTickets', created],
  admin: ['listAdmins'],
  team: ['listTeams'],
  tag: ['listTags'],
  segment: ['listSegments'],
  article: ['listArticles'],
  collection: ['listHelpCenterCollections'],
  subscription: ['listSubscriptionTypes'],
};

/** What the first in the sample workspace do not lead to. */
const NOTHING_THERE: ReadonlySet<string> = new Set([
  ...['conversation note', 'conversation subscription', 'team note', 'segment note'],
]);

function itemsOf(page: unknown): readonly Json[] {
  return isRecord(page) && Array.isArray(page.result) ? page.result.filter(isRecord) : [];
}

function linksOf(item: Json): number {
  return Object.values(item).filter((part) => Array.isArray(part) && part.length > 0).length;
}

function parsed(value: unknown): Json {
  if (isRecord(value)) return value;
  throw new Error('no object');
}

describe('a question for a way', () => {
  test.each([
    ['from a conversation to its company', 'conversation company'],
    ['How do I get from the tickets to their contacts?', 'ticket contact'],
    ['from a chat to the customer', 'conversation contact'],
    ['get from an organisation to its users', 'company contact'],
    ['from an agent to conversations', 'admin conversation'],
    ['from conversation to conversation', undefined],
    ['move an article from one collection to another', undefined],
    ['export tickets from May to June', undefined],
    ['reply to a conversation', undefined],
    ['from to', undefined],
    [`from ${'to '.repeat(200)}`, undefined],
  ])('%s', (query, want) => {
    const asked = askedJoin(query, joins, profile.synonyms);
    expect(asked && `${asked.from} ${asked.to}`).toBe(want);
  });

  test('is answered with the way, a program and its functions, in few words', async () => {
    const text = await words.search('from a conversation to its company');
    expect(text).toContain(
      '// from conversation to company: conversation.contacts[].id -> listContactCompanies({ contact_id })\n',
    );
    expect(text).toContain('for await (const company of intercom.all.listContactCompanies({ contact_id: one.id })) {');
    expect(text).toContain('\nlistContactCompanies({contact_id}) // read. ');
    expect(countTokens(text)).toBeLessThan(700);
  });

  test('goes only by functions that are served', async () => {
    const few = catalog.filter(({ name }) => name !== 'list_all_intercom_contact_companies');
    const other = createCodeWords({ profile, catalog: few, from: catalog, answerTypes, names });
    expect(await other.search('from a contact to its segments')).toContain('listContactSegments');
    expect(await other.search('from a conversation to its company')).not.toContain('listContactCompanies');
  });

  test('of an API without joins is a search', async () => {
    const { joins: _, ...plain } = profile;
    const other = createCodeWords({ profile: plain, catalog, from: catalog, answerTypes, names });
    expect(await other.search('from a conversation to its company')).not.toContain('// from conversation');
  });
});
