import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SearchFacts } from '../../../generator/ir/ir.ts';
import { searchRules } from '../../../generator/normalize/search-rules.ts';
import { searchProfile as profile } from '../../../intercom/search-profile.ts';
import { aliasOf, kindOf } from '../../../runtime/search/field-aliases.ts';
import { fieldNames, fieldRule } from '../../../runtime/search/field-rule.ts';
import { searches } from '../../support/search-corpus.ts';

interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly 'x-search'?: SearchFacts } }>>;
}

// The import writes the facts in this form.
const { paths } = JSON.parse(
  readFileSync(new URL('../../../specs/intercom/contract.json', import.meta.url), 'utf8'),
) as Described;
function factsOf(name: string): SearchFacts {
  const facts = paths[`/${name}/search`]?.post?.['x-search'];
  if (!facts) throw new Error(`no search for ${name}`);
  return facts;
}

test('fields stand by what they have in common, each once', () => {
  const rules = searchRules({
    maxNesting: 2,
    maxFilters: 15,
    fields: [
      { name: 'id', type: 'string', operators: ['=', '~'] },
      { name: 'at', type: 'date', operators: ['>'] },
      { name: 'kind', type: 'string', operators: ['=', '~'], values: ['a', 'b'] },
      { name: 'since', type: 'date', operators: ['>'], extraOperators: ['>='] },
      { name: 'own.{name}', type: ['string', 'date'], operators: ['='], prefix: 'own.' },
    ],
  });
  expect(rules).toEqual({
    maxNesting: 2,
    maxFilters: 15,
    kinds: [
      { type: 'string', operators: ['=', '~'], fields: ['id', 'kind'] },
      { type: 'date', operators: ['>'], fields: ['at'] },
      { type: 'date', operators: ['>', '>='], fields: ['since'] },
      { prefix: 'own.', operators: ['='] },
    ],
    values: { kind: ['a', 'b'] },
  });
});

describe.each(searches)('the rules of $name', ({ name, rules }) => {
  test('say of every field what the description says', () => {
    const facts = factsOf(name);
    expect(fieldNames(rules).length).toBe(facts.fields.filter(({ prefix }) => prefix === undefined).length);
    for (const { name: field, type, operators, extraOperators = [], prefix, values } of facts.fields) {
      const rule = fieldRule(rules, prefix === undefined ? field : `${prefix}x`);
      expect(rule?.operators, field).toEqual(expect.arrayContaining([...operators, ...extraOperators]));
      expect(rule?.type).toBe(prefix === undefined ? type : 'any');
      if (values) expect(rule?.values).toEqual(values);
    }
    expect(rules).toMatchObject({ maxNesting: facts.maxNesting, maxFilters: facts.maxFilters });
  });

  test('know no field by a name of another search, nor a prefix without a name', () => {
    const others = searches.filter((other) => other.name !== name).flatMap((other) => fieldNames(other.rules));
    for (const other of others) expect(fieldRule(rules, other) !== undefined).toBe(fieldNames(rules).includes(other));
    for (const kind of rules.kinds) if ('prefix' in kind) expect(fieldRule(rules, kind.prefix)).toBeUndefined();
  });

  test('no field is an alias of another one', () => {
    for (const field of fieldNames(rules)) expect([undefined, field]).toContain(aliasOf({ rules, profile }, field));
  });

  test('tell what the search finds', () => {
    expect(`${kindOf({ rules, profile })}s`).toBe(name);
  });
});

test('only contacts match whole days', () => {
  expect(searches.filter(({ rules }) => rules.wholeDays).map(({ name }) => name)).toEqual(['contacts']);
});
