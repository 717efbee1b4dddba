import type { SearchKind, SearchRules } from '../../runtime/tool/tool.ts';
import type { SearchFacts, SearchField } from '../ir/ir.ts';

/** What the runtime checks a query against: {@link SearchFacts} with the fields by what they have in common. */
export function searchRules({ fields, maxNesting, maxFilters, wholeDays }: SearchFacts): SearchRules {
  const values = fields.flatMap(({ name, values: own }) => (own ? [[name, own] as const] : []));
  return {
    maxNesting,
    maxFilters,
    ...(wholeDays && { wholeDays }),
    kinds: searchKinds(fields),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
}

/**
 * The fields of a search by type and operators, in the order of their first; then those that are known by a prefix. What may
 * be of several types, or of one that is not known, is `any`: its values are passed as they are.
 */
export function searchKinds(fields: readonly SearchField[]): SearchKind[] {
  const named = new Map<string, { type: string; operators: readonly string[]; fields: string[] }>();
  const prefixed: SearchKind[] = [];
  for (const { name, type: declared, operators, extraOperators = [], prefix } of fields) {
    const allowed = [...operators, ...extraOperators];
    if (prefix !== undefined) {
      prefixed.push({ prefix, operators: allowed });
      continue;
    }
    const type = typeof declared === 'string' ? declared : 'any';
    const signature = `${type} ${allowed.join(' ')}`;
    const kind = named.get(signature) ?? { type, operators: allowed, fields: [] };
    kind.fields.push(name);
    named.set(signature, kind);
  }
  return [...named.values(), ...prefixed];
}
