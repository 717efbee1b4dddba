import { expect, test } from 'vitest';
import { compileTemplate, type Values } from '../../../generator/emit/render.ts';

test.each<[string, { given: [template: string, values: Values]; want: string }]>([
  ['a value as it is', { given: ['a {{b}} c', { b: '<"&{{x}}' }], want: 'a <"&{{x}} c' }],
  ['a line of a block alone is none', { given: ['1\n{{#if a}}\n2\n{{/if}}\n3\n', { a: true }], want: '1\n2\n3\n' }],
  ['what is empty has the other part', { given: ['{{#if a}}\n1\n{{else}}\n2\n{{/if}}\n', { a: '' }], want: '2\n' }],
  ['an empty list is empty', { given: ['{{#if a}}1{{else}}2{{/if}}', { a: [] }], want: '2' }],
  [
    'items, and what is around them',
    { given: ['{{#each a}}\n{{b}}{{../c}}\n{{/each}}\n', { a: [{ b: 1 }, { b: 2 }], c: '!' }], want: '1!\n2!\n' },
  ],
  ['a list of texts', { given: ['{{#each a}}{{this}};{{/each}}', { a: ['x', 'y'] }], want: 'x;y;' }],
  [
    'blocks in blocks',
    {
      given: [
        '{{#each a}}{{#if b}}{{b}}{{/if}}{{#each c}}{{this}}{{../b}}{{/each}}{{/each}}',
        {
          a: [
            { b: 'B', c: [1] },
            { b: '', c: [2] },
          ],
        },
      ],
      want: 'B1B2',
    },
  ],
])('%s', (_name, { given: [template, values], want }) => {
  expect(compileTemplate(template)(values)).toBe(want);
});

test.each<[string, string]>([
  ['{{missing}}', 'a template has no missing'],
  ['{{#each a}}{{/each}}', '{{#each}} of a template is of no list'],
])('%s is said, and not left empty', (template, want) => {
  expect(() => compileTemplate(template)({ a: 1 })).toThrow(want);
});

test.each(['{{#if a}}', '{{/if}}', '{{#if a}}{{/each}}', '{{#with a}}{{/with}}', '{{else}}'])(
  '%s is no template',
  (template) => {
    expect(() => compileTemplate(template)).toThrow('template');
  },
);
