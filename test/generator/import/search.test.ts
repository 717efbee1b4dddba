import { describe, expect, test } from 'vitest';
import { tableUnder } from '../../../generator/import/markdown-table.ts';
import { searchFacts } from '../../../generator/import/search-facts.ts';
import { searchProse } from './support/fixture.ts';

/** The facts, and the warnings that came with them. */
function read(prose: string) {
  const warnings: string[] = [];
  return { facts: searchFacts(prose, (message) => warnings.push(message)), warnings };
}
function fieldsOf(rows: readonly string[], more = ''): unknown {
  const { facts, warnings } = read(searchProse(rows) + more);
  expect(warnings).toEqual([]);
  return facts.fields;
}

describe('searchFacts', () => {
  test('reads limits and the operators of each type that occurs', () => {
    expect(read(searchProse(['| tag_id | String |', '| at | Date (UNIX Timestamp) |'])).facts).toMatchObject({
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
    ['no field that can be read', good.replace('tag_id |', 'the tag |'), /no row of the table "Accepted Fields"/],
    [
      'no operator that can be read',
      good.replace(/^\| (?:=|!=|IN|>|~) \|/gm, '| LIKE |'),
      /no row of the table "Accepted Operators"/,
    ],
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
      /no field of the table "Accepted Fields" has operators/,
    ],
  ])('refuses %s', (_, prose, message) => {
    expect(() => read(prose)).toThrow(message);
  });
});

test('tableUnder keeps escaped bars, and stops where the table stops', () => {
  const markdown = '## T\n\n|a|b|\n|:-|-:|\n| x \\| y | z |\n\n| other | table |';
  expect(tableUnder(markdown, 't')).toEqual({ header: ['a', 'b'], rows: [['x | y', 'z']] });
});
