import { fieldRule } from '../../runtime/search/field-rule.ts';
import type { SearchRules } from '../../runtime/tool/tool.ts';
import { isRecord } from '../../runtime/value/value.ts';

/** A sampled query with values that its fields and operators take, which a schema by types alone cannot tell. */
export function fittingQuery(rules: SearchRules, query: unknown): unknown {
  if (!isRecord(query)) return query;
  const { field, operator, value } = query;
  if (typeof field !== 'string')
    return { ...query, value: Array.isArray(value) ? value.map((item) => fittingQuery(rules, item)) : value };
  const one = fittingValue(rules, field, Array.isArray(value) ? value[0] : value);
  return { ...query, value: operator === 'IN' || operator === 'NIN' ? [one] : one };
}

function fittingValue(rules: SearchRules, field: string, value: unknown): unknown {
  const rule = fieldRule(rules, field);
  if (rule?.values) return rule.values[0];
  return rule?.type === 'string' && /ids?$/.test(field) ? '123456' : value;
}
