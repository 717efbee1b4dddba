import { describe, expect, test } from 'vitest';
import { InputError } from '../../../runtime/value/errors.ts';
import { open } from './support/fixture.ts';

const everything = open();

describe('arguments that a model gets wrong', () => {
  test.each<[string, string, unknown, unknown]>([
    ['one name', 'describe_tools', { names: 'list_all_intercom_tags' }, { names: ['list_all_intercom_tags'] }],
    ['null and empty lists', 'search_tools', { query: 'tag', tags: [], methods: null }, { query: 'tag' }],
    [
      'tags as text',
      'search_tools',
      { query: 'tag', tags: 'tickets, tags' },
      { query: 'tag', tags: ['tickets', 'tags'] },
    ],
    [
      'what a client adds for itself',
      'search_tools',
      { query: 'tag', toolCallId: '7', sessionId: 'x' },
      { query: 'tag' },
    ],
    ['all of it in another object', 'search_tools', { input: { query: 'tag' } }, { query: 'tag' }],
    ['all of it as JSON', 'search_tools', '{"query":"tag"}', { query: 'tag' }],
    ['too large a limit', 'search_tools', { query: 'tag', limit: 500 }, { query: 'tag', limit: 10 }],
  ])('%s', (_what, name, given, meant) => {
    expect(everything.answer(name, given)).toBe(everything.answer(name, meant));
  });

  test.each<[string, string, unknown, RegExp]>([
    ['no query', 'search_tools', {}, /^query: is required/],
    ['no arguments', 'search_tools', undefined, /^query: is required/],
    ['an unknown argument', 'search_tools', { query: 'tag', tag: 'a' }, /^tag: unknown argument\. Did you mean "tags"/],
    [
      'an unknown tag',
      'search_tools',
      { query: 'tag', tags: ['ticket'] },
      /^tags\[0\]: "ticket" is unknown\. Did you mean "tickets"/,
    ],
    [
      'an unknown method',
      'search_tools',
      { query: 'tag', methods: ['reads'] },
      /^methods\[0\]: must be one of .*Did you mean "read"/,
    ],
    [
      'filters that keep nothing',
      'search_tools',
      { query: 'tag', tags: ['teams'], methods: ['delete'] },
      /no tool has one of/,
    ],
    ['no names', 'describe_tools', { names: [] }, /^names: is required/],
    ['only unknown names', 'describe_tools', { names: ['list_tags'] }, /^names\[0\]: no tool is called "list_tags"/],
  ])('%s', (_what, name, given, message) => {
    expect(() => everything.answer(name, given)).toThrow(InputError);
    expect(() => everything.answer(name, given)).toThrow(message);
  });
});
