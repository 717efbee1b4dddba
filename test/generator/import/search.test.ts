import { describe, expect, test } from 'vitest';
import { tableUnder } from '../../../generator/import/markdown-table.ts';
import { searchFacts } from '../../../generator/import/search-facts.ts';
import { searchProse } from './support/fixture.ts';

function fieldsOf(rows: readonly string[], more = ''): unknown {
  return searchFacts(searchProse(rows) + more).fields;
}

describe('searchFacts', () => {
  test('reads limits and the operators of each type that occurs', () => {
    expect(searchFacts(searchProse(['| tag_id | String |', '| at | Date (UNIX Timestamp) |']))).toMatchObject({
      maxNesting: 2,
      maxFilters: 15,
      operators: { string: ['=', '!=', 'IN', '~'], date: ['=', '>'] },
    });
  });

  test.each<[string, { given: string; more?: string; want: object }]>([
    ['a string', { given: '| id | String |', want: { name: 'id', type: 'string', operators: ['=', '!=', 'IN', '~'] } }],
    [
      'an integer',
      { given: '| a.b_id | Integer |', want: { name: 'a.b_id', type: 'integer', operators: ['=', '!=', 'IN', '>'] } },
    ],
    [
      'a boolean',
      { given: '| open | Boolean |', want: { name: 'open', type: 'boolean', operators: ['=', '!=', 'IN'] } },
    ],
    ['a date', { given: '| at | Date (UNIX timestamp) |', want: { name: 'at', type: 'date', operators: ['=', '>'] } }],
    [
      'a field that an operator excepts',
      { given: '| tag_id | String |', want: { name: 'tag_id', type: 'string', operators: ['=', '!=', '~'] } },
    ],
    [
      'a field that a sentence narrows',
      {
        given: '| tag_id | String |',
        more: '\nSearching by `tag_id` supports only the `=` and `!=` operators.',
        want: { name: 'tag_id', type: 'string', operators: ['=', '!='] },
      },
    ],
    [
      'operators that a sentence grants',
      {
        given: '| at | Date |',
        more: '\nYou may use the `=`, `<=` or `>=` operators to search by `at`.',
        want: { name: 'at', type: 'date', operators: ['=', '>'], extraOperators: ['<=', '>='] },
      },
    ],
    [
      'values in plain words',
      {
        given: '| role | String<br>Accepts user or lead |',
        want: { name: 'role', type: 'string', operators: ['=', '!=', 'IN', '~'], values: ['user', 'lead'] },
      },
    ],
    [
      'values in backticks',
      {
        given: '| role | String<br/>Accepted fields are `a`, `b_c` and `d`. |',
        want: { name: 'role', type: 'string', operators: ['=', '!=', 'IN', '~'], values: ['a', 'b_c', 'd'] },
      },
    ],
    [
      'a note that lists no values',
      {
        given: '| role | String<br>Accepts whatever you like to find |',
        want: { name: 'role', type: 'string', operators: ['=', '!=', 'IN', '~'] },
      },
    ],
    [
      'terms in a call-out',
      {
        given: '| kind | String |',
        more: '\n{% admonition %}\nWhen searching by the **`kind`** field:\n* use the term `x`.\n* use the term `y`.\n{% /admonition %}\nuse the term `z`',
        want: { name: 'kind', type: 'string', operators: ['=', '!=', 'IN', '~'], values: ['x', 'y'] },
      },
    ],
    [
      'a custom attribute',
      {
        given: '| custom_attributes.{name} | String |',
        want: {
          name: 'custom_attributes.{name}',
          type: 'string',
          operators: ['=', '!=', 'IN', '~'],
          prefix: 'custom_attributes.',
        },
      },
    ],
    [
      'several types',
      {
        given: '| attribute.{id} | String or Boolean or Date (UNIX timestamp) or Float |',
        want: {
          name: 'attribute.{id}',
          type: ['string', 'boolean', 'date', 'number'],
          operators: ['=', '!=', 'IN', '>', '~'],
          prefix: 'attribute.',
        },
      },
    ],
  ])('%s', (_, { given, more = '', want }) => {
    const rows = given.includes('tag_id') ? [given] : [given, '| tag_id | String |'];
    expect(fieldsOf(rows, more)).toEqual(given.includes('tag_id') ? [want] : [want, expect.anything()]);
  });

  const tag = '| tag_id | String |';
  const good = searchProse([tag]);
  test.each<[string, string, RegExp]>([
    ['no fields heading', good.replace('Accepted Fields', 'Fields'), /no table under the heading "Accepted Fields"/],
    ['no fields table', good.replace(/\| Field[^#]*/, ''), /no table under the heading "Accepted Fields"/],
    ['a renamed column', good.replace('| Field |', '| Key |'), /columns Key, Type instead of Field, Type/],
    ['columns swapped', good.replace('| Operator | Valid Types', '| Valid Types | Operator'), /columns Valid Types/],
    ['no rows', good.replace(tag, ''), /has no rows/],
    ['no divider', good.replace('| --- | --- |\n', ''), /no table under the heading "Accepted Fields"/],
    ['an unknown type', good.replace('| String |', '| Blob |'), /`tag_id` has the unknown type "Blob"/],
    ['an odd field name', good.replace('tag_id |', 'the tag |'), /"the tag" is no name of a field/],
    ['a field twice', searchProse([tag, tag]), /`tag_id` stands twice/],
    ['an unknown operator', good.replace('| ~ |', '| LIKE |'), /"LIKE" is no operator/],
    ['unknown operator types', good.replace('| ~ | String', '| ~ | Words'), /~ is valid for "Words"/],
    ['no operator types', good.replace('| ~ | String', '| ~ | '), /~ has no valid types/],
    ['an exception of an unknown field', good.replace('Date and tag_id', 'Date and x_id'), /"x_id"/],
    ['no nesting limit', good.replace('nested', 'stacked'), /limit of nested filters/],
    ['no filter limit', good.replace('max 15', 'fifteen'), /limit of filters of a group/],
    [
      'a field without operators',
      searchProse(
        [tag],
        good
          .slice(good.indexOf('### Accepted Operators'))
          .replaceAll('All except Date and tag_id', 'Date')
          .replaceAll('All except Date', 'Date')
          .replaceAll('| All', '| Date')
          .replace('| ~ | String', '| ~ | Date'),
      ),
      /`tag_id` has no operators/,
    ],
  ])('refuses %s', (_, prose, message) => {
    expect(() => searchFacts(prose)).toThrow(message);
  });
});

test('tableUnder keeps escaped bars, and stops where the table stops', () => {
  const markdown = '## T\n\n|a|b|\n|:-|-:|\n| x \\| y | z |\n\n| other | table |';
  expect(tableUnder(markdown, 't')).toEqual({ header: ['a', 'b'], rows: [['x | y', 'z']] });
});
