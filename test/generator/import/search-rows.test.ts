import { describe, expect, test } from 'vitest';
import { searchFacts } from '../../../generator/import/search-facts.ts';
import { searchProse } from './support/fixture.ts';

/** The facts, and the warnings that came with them. */
function read(prose: string) {
  const warnings: string[] = [];
  return { facts: searchFacts(prose, (message) => warnings.push(message)), warnings };
}

describe('a row of a search that cannot be read', () => {
  const tag = '| tag_id | String |';
  const id = { name: 'id', type: 'string', operators: ['=', '!=', 'IN', '~'] };
  const both = searchProse(['| id | String |', tag]);
  const tagged = { name: 'tag_id', type: 'string', operators: ['=', '!=', '~'] };
  test.each<[string, { prose: string; want: object[]; warning: string }]>([
    [
      'an unknown type, which takes every operator',
      {
        prose: both.replace('| tag_id | String |', "| tag_id | Matches the attribute's own type |"),
        want: [id, { name: 'tag_id', type: 'any', operators: ['=', '!=', '>', '~'] }],
        warning: `the field \`tag_id\` has the unknown type "Matches the attribute's own type"; it takes any value`,
      },
    ],
    [
      'a known type beside an unknown one',
      {
        prose: both.replace('| tag_id | String |', '| tag_id | String or Blob |'),
        want: [id, { name: 'tag_id', type: 'any', operators: ['=', '!=', '>', '~'] }],
        warning: 'the field `tag_id` has the unknown type "String or Blob"; it takes any value',
      },
    ],
    [
      'no type at all, of a custom attribute',
      {
        prose: both.replace('| id | String |', '| custom_attributes.{name} |  |'),
        want: [
          {
            name: 'custom_attributes.{name}',
            type: 'any',
            operators: ['=', '!=', 'IN', '>', '~'],
            prefix: 'custom_attributes.',
          },
          tagged,
        ],
        warning: 'the field `custom_attributes.{name}` has the unknown type ""; it takes any value',
      },
    ],
    [
      'an odd field name',
      {
        prose: searchProse(['| id | String |', tag, '| the tag | String |']),
        want: [id, tagged],
        warning: '"the tag" is no name of a field; its row is left out',
      },
    ],
    [
      'a field twice',
      {
        prose: searchProse(['| id | String |', tag, '| id | Date |']),
        want: [id, tagged],
        warning: 'the field `id` stands twice in the table "Accepted Fields"; its first row is taken',
      },
    ],
    [
      'an unknown operator',
      {
        prose: both.replace('| ~ |', '| LIKE |'),
        want: [
          { ...id, operators: ['=', '!=', 'IN'] },
          { ...tagged, operators: ['=', '!='] },
        ],
        warning: '"LIKE" is no operator that is known; its row is left out',
      },
    ],
    [
      'an operator without types',
      {
        prose: both.replace('| ~ | String', '| ~ | '),
        want: [
          { ...id, operators: ['=', '!=', 'IN'] },
          { ...tagged, operators: ['=', '!='] },
        ],
        warning: 'the operator ~ has no valid types; its row is left out',
      },
    ],
    [
      'an exception of an unknown field',
      {
        prose: both.replace('Date and tag_id', 'Date and x_id'),
        want: [id, { ...tagged, operators: ['=', '!=', 'IN', '~'] }],
        warning: 'the operator IN names "x_id", which is no known type or field; the word is left out',
      },
    ],
    [
      'a field that no operator is for',
      {
        prose: searchProse(['| id | String |', tag, '| open | Boolean |']).replaceAll(
          /\| (?:=|!=|IN) \| All.*/g,
          (row) => `${row.slice(0, row.indexOf('All'))}String | |`,
        ),
        want: [
          { ...id, operators: ['=', '!=', 'IN', '~'] },
          { ...tagged, operators: ['=', '!=', 'IN', '~'] },
        ],
        warning: 'the field `open` has no operators; its row is left out',
      },
    ],
  ])('warns of %s', (_, { prose, want, warning }) => {
    const { facts, warnings } = read(prose);
    expect(warnings).toEqual([warning]);
    expect(facts.fields).toEqual(want);
  });

  test('an operator that names an unknown type is left out where it names no other', () => {
    const { facts, warnings } = read(both.replace('| ~ | String', '| ~ | Words'));
    expect(facts.fields).toMatchObject([{ operators: ['=', '!=', 'IN'] }, { operators: ['=', '!='] }]);
    expect(warnings).toHaveLength(2);
  });
});
