import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { createToolIndex, type Ranked } from '../../../runtime/discovery/tool-index.ts';
import { withoutWeak } from '../../../runtime/discovery/without-weak.ts';
import { furtherQuestions, unseenQuestions } from './support/more-questions.ts';
import { productQuestions, type Question, tunedQuestions } from './support/questions.ts';
import { controlQuestions, supportQuestions } from './support/support-questions.ts';

const index = createToolIndex(catalog, intercomProfile);
const all = new Set(catalog.map(({ name }) => name));
function names(words: string, allowed: ReadonlySet<string> = all) {
  return index.search(words, allowed).map(({ entry }) => entry.name);
}

/** How many of the questions find a right tool among the first `count`. */
function found(questions: readonly Question[], count: number): number {
  const hits = questions.filter(([words, tools]) =>
    names(words)
      .slice(0, count)
      .some((name) => tools.includes(name)),
  );
  return hits.length / questions.length;
}

describe('questions', () => {
  test('name tools that exist, over nearly all resources', () => {
    const sets = [
      productQuestions,
      tunedQuestions,
      furtherQuestions,
      unseenQuestions,
      supportQuestions,
      controlQuestions,
    ];
    const wanted = sets.flat().flatMap(([, tools]) => tools);
    expect(wanted.filter((name) => !all.has(name))).toEqual([]);
    expect(tunedQuestions.length).toBeGreaterThanOrEqual(60);
    const asked = new Set(wanted);
    const resources = (kept: (name: string) => boolean) =>
      new Set(catalog.filter(({ name }) => kept(name)).map(({ tags: [resource] }) => resource));
    expect(resources((name) => asked.has(name)).size).toBe(resources(() => true).size);
  });

  test.each([...productQuestions, ...tunedQuestions])('%s', (words, tools) => {
    const first = names(words).slice(0, 5);
    expect(
      first.some((name) => tools.includes(name)),
      first.join('\n'),
    ).toBe(true);
  });

  // A little below what was measured, so that a change of words elsewhere need not touch this.
  test.each([
    { kind: 'product', questions: productQuestions, floors: [0.9, 1, 1] },
    { kind: 'tuned', questions: tunedQuestions, floors: [0.8, 0.96, 1] },
    { kind: 'further', questions: furtherQuestions, floors: [0.78, 0.92, 0.96] },
    { kind: 'unseen', questions: unseenQuestions, floors: [0.7, 0.9, 0.95] },
    { kind: 'support', questions: supportQuestions, floors: [0.7, 0.92, 0.97] },
    { kind: 'control', questions: controlQuestions, floors: [0.7, 0.85, 0.9] },
  ])('$kind: the first, three and five hits are good', ({ questions, floors: [one = 1, three = 1, five = 1] }) => {
    expect(found(questions, 1)).toBeGreaterThanOrEqual(one);
    expect(found(questions, 3)).toBeGreaterThanOrEqual(three);
    expect(found(questions, 5)).toBeGreaterThanOrEqual(five);
  });
});

describe('words of daily work', () => {
  test.each<[string, readonly string[]]>([
    ['publish an article', ['update_a_intercom_article_by_id', 'intercom_article_draft_publish']],
    ['publish a draft', ['update_a_intercom_article_by_id', 'intercom_article_draft_publish']],
    ['edit help center article', ['update_a_intercom_article_by_id']],
    ['add an internal note to a conversation', ['intercom_conversations_reply']],
    ['search internal articles', ['list_all_intercom_content_search']],
    ['ids of ticket attributes', ['list_all_intercom_ticket_types']],
  ])('%s finds all that it could mean', (words, tools) => {
    expect(names(words).slice(0, 5)).toEqual(expect.arrayContaining([...tools]));
  });

  test('search internal articles: by words comes before those that take none', () => {
    expect(names('search internal articles')[0]).toBe('list_all_intercom_content_search');
    const knowledge = new Set(catalog.filter(({ tags }) => tags.includes('knowledge_base')).map(({ name }) => name));
    expect(names('search internal articles', knowledge)[0]).toBe('list_all_intercom_content_search');
  });

  test('a question prefers what reads, also where it has a verb that changes something', () => {
    const place = (words: string) => names(words).indexOf('list_all_intercom_tags');
    expect(place('which tags can I set?')).toBeLessThan(place('set tags'));
    expect(place('please show me the tags to set')).toBeLessThan(place('set the tags'));
  });
});

describe('what fits badly', () => {
  test('is left out, the best never, and no right answer to a question', () => {
    let left = 0;
    for (const [words, tools] of [...productQuestions, ...tunedQuestions, ...furtherQuestions, ...supportQuestions]) {
      const found = index.search(words, all).slice(0, 5);
      const strong = withoutWeak(found);
      left += found.length - strong.length;
      expect(strong[0], words).toBe(found[0]);
      const isRight = ({ entry }: Ranked) => tools.includes(entry.name);
      expect(strong.some(isRight), words).toBe(found.some(isRight));
    }
    expect(left).toBeGreaterThan(100);
  });

  test('whatever the scores are, the best stays', () => {
    const [entry] = catalog;
    if (entry === undefined) throw new Error('The catalog is empty.');
    expect(withoutWeak([])).toEqual([]);
    expect(withoutWeak([{ entry, score: 0 }])).toHaveLength(1);
    const found = [8, 2, 1.9, 0].map((score) => ({ entry, score }));
    expect(withoutWeak(found).map(({ score }) => score)).toEqual([8, 2]);
  });
});

test.each(catalog.map(({ name, title }) => [name, title]))('%s is found by its name and title', (name, title) => {
  expect(names(name)[0]).toBe(name);
  expect(names(`please call ${name} now`)[0]).toBe(name);
  expect(names(title).slice(0, 3)).toContain(name);
});

describe('words', () => {
  test.each([
    ['serach tickts', 'list_all_intercom_search_tickets'],
    ['conversat', 'list_all_intercom_search_conversations'],
    ['REPLY TO CONVERSATION', 'intercom_conversations_reply'],
    ['replyConversation', 'intercom_conversations_reply'],
    ['answer a chat', 'intercom_conversations_reply'],
    ['"list admins"', 'list_all_intercom_admins'],
  ])('%s', (words, tool) => {
    expect(names(words).slice(0, 5)).toContain(tool);
  });

  test('what removes is never first unless it was asked for', () => {
    for (const [words, tools] of [...productQuestions, ...tunedQuestions]) {
      const [first] = index.search(words, all);
      expect(first?.entry.destructive && !tools.includes(first.entry.name), words).not.toBe(true);
    }
  });

  test.each(['', '   ', '104857392', 'the of a', '日本語', '🦊', '__proto__', 'x'.repeat(100_000)])(
    'words that fit nothing find nothing: %#',
    (words) => {
      expect(names(words)).toEqual([]);
    },
  );
});

test('only what is allowed is found, in the same order as without the limit', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 60, unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('reply', 'ticket', 'list', 'customer', 'delete', 'constructor', 'artcle'), {
        maxLength: 6,
      })
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(words, fc.subarray([...all]), (query, kept) => {
      const allowed = new Set(kept);
      expect(names(query, allowed)).toEqual(names(query).filter((name) => allowed.has(name)));
    }),
  );
});
