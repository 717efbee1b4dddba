import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { createToolIndex } from '../../../runtime/discovery/tool-index.ts';
import { furtherQuestions, unseenQuestions } from './support/more-questions.ts';
import { productQuestions, type Question, tunedQuestions } from './support/questions.ts';

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
    const wanted = [...productQuestions, ...tunedQuestions, ...furtherQuestions, ...unseenQuestions].flatMap(
      ([, tools]) => tools,
    );
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
    { kind: 'product', questions: productQuestions, floors: [0.85, 0.95, 1] },
    { kind: 'tuned', questions: tunedQuestions, floors: [0.7, 0.93, 1] },
    { kind: 'further', questions: furtherQuestions, floors: [0.55, 0.75, 0.88] },
    { kind: 'unseen', questions: unseenQuestions, floors: [0.5, 0.68, 0.8] },
  ])('$kind: the first, three and five hits are good', ({ questions, floors: [one = 1, three = 1, five = 1] }) => {
    expect(found(questions, 1)).toBeGreaterThanOrEqual(one);
    expect(found(questions, 3)).toBeGreaterThanOrEqual(three);
    expect(found(questions, 5)).toBeGreaterThanOrEqual(five);
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
