/** Every operator that can be meant, more than a search has: `empty` and `present` ask whether there is a value. */
export type OperatorName =
  | 'AND'
  | 'OR'
  | 'NOT'
  | '='
  | '!='
  | 'IN'
  | 'NIN'
  | '>'
  | '<'
  | '>='
  | '<='
  | '~'
  | '!~'
  | '^'
  | '$'
  | 'between'
  | 'empty'
  | 'present';

const spellings: readonly (readonly [OperatorName, string])[] = [
  ['AND', 'and && & all all_of'],
  ['OR', 'or || | any any_of'],
  ['NOT', 'not ! nor none none_of'],
  ['=', '= == === eq equal equals equal_to is : on'],
  ['!=', '!= !== <> ≠ ne neq not_equal not_equals not_equal_to is_not isnt'],
  ['IN', 'in one_of is_one_of is_any_of'],
  ['NIN', 'nin not_in notin !in not_one_of is_none_of'],
  ['>', '> gt greater greater_than after more_than'],
  ['<', '< lt less less_than before'],
  ['>=', '>= => ≥ gte ge greater_than_or_equal greater_than_or_equal_to greater_or_equal at_least since from'],
  ['<=', '<= =< ≤ lte le less_than_or_equal less_than_or_equal_to less_or_equal at_most until'],
  ['~', '~ ~= =~ contains contain includes has'],
  ['!~', '!~ not_contains does_not_contain doesnt_contain excludes'],
  ['^', '^ ^= starts_with startswith begins_with prefix'],
  ['$', '$ $= ends_with endswith suffix'],
  ['between', 'between range within'],
  ['empty', 'empty is_empty null is_null isnull missing not_exists does_not_exist is_unknown is_blank is_not_set'],
  ['present', 'present exists is_not_null not_null is_not_empty not_empty is_known is_set has_any_value'],
];

const names: ReadonlyMap<string, OperatorName> = new Map(
  spellings.flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
);

/** The operator that a text means, in any spelling: `and`, `gte`, `not in`, `$in`, `startsWith`; `undefined` for other texts. */
export function operatorName(raw: unknown): OperatorName | undefined {
  if (typeof raw !== 'string' || raw.length > 40) return undefined;
  const text = raw
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[\s_-]+/g, '_')
    .replace(/^\$(?=.*[a-z])/, '');
  return names.get(text);
}
