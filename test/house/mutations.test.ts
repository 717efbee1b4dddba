import { expect, test } from 'vitest';
import { type Mutation, openProgram } from './support/mutated-program.ts';

const program = openProgram();

/** What a tool is: the gateway, its pages and the command take tools as they are, and are half of what there is to compile. */
const OF_TOOLS = ['generator', 'intercom', 'runtime', 'sandbox'];

/** What somebody adds or renames in one place, and the files by which the compiler then leads to all others. */
const mutations: readonly (Mutation & { readonly name: string; readonly complaints: readonly string[] })[] = [
  {
    name: 'nothing but a comment',
    file: 'cli/main.ts',
    find: '#!/usr/bin/env node\n',
    replace: '#!/usr/bin/env node\n// A word.\n',
    complaints: [],
  },
  {
    name: 'another way of paging',
    file: 'runtime/tool/tool.ts',
    noticedIn: OF_TOOLS,
    find: "'scroll' | 'link' | 'url' | 'none'",
    replace: "'scroll' | 'link' | 'url' | 'none' | 'graph'",
    complaints: [
      'generator/facts/tool-facts.ts',
      'generator/normalize/founded.ts',
      'runtime/http/advice.ts',
      'runtime/http/retry.ts',
      'runtime/paging/last-page.ts',
      'runtime/paging/next-page.ts',
      'runtime/paging/open-page.ts',
      'runtime/paging/page-request.ts',
      'runtime/paging/paginate.ts',
      'runtime/tool/paging-style.ts',
    ],
  },
  {
    name: 'another class of methods',
    file: 'runtime/tool/tool.ts',
    noticedIn: OF_TOOLS,
    find: "'update', 'delete', 'action'",
    replace: "'update', 'delete', 'action', 'watch'",
    complaints: [
      'generator/facts/tool-facts.ts',
      'generator/init/most-used.ts',
      'generator/plan/classify.ts',
      'generator/plan/derive-lead.ts',
      'generator/words/rules/first-words.ts',
    ],
  },
  {
    name: 'another kind of response',
    file: 'runtime/tool/tool.ts',
    noticedIn: OF_TOOLS,
    find: "'redirect', 'headers'] as const",
    replace: "'redirect', 'headers', 'stream'] as const",
    complaints: [
      'generator/answers/answer-types.ts',
      'generator/answers/output-types.ts',
      'generator/facts/tool-facts.ts',
      'generator/plan/derive-words.ts',
      'runtime/http/request.ts',
      'runtime/http/response.ts',
    ],
  },
];

// Seconds on an idle machine: what reads the file is type-checked anew.
test.each(mutations)(
  '$name leads to every file that has to know',
  { timeout: 400_000 },
  ({ complaints, ...mutation }) => {
    expect(program.complaints(mutation)).toEqual(complaints);
  },
);

test('a mutation that cannot be made is no proof', () => {
  expect(() => program.complaints({ file: 'runtime/client.ts', find: 'no such text', replace: '' })).toThrow(
    'runtime/client.ts holds "no such text" 0 times, not once',
  );
});
