import type { SearchRules } from '../tool/tool.ts';
import { fieldNames, fieldRule } from './field-rule.ts';

/** A filter that the search accepts, as JSON text for messages. */
export function exampleQuery(rules: SearchRules): string {
  const field = ['email', 'state', 'title'].find((name) => fieldRule(rules, name)) ?? fieldNames(rules)[0] ?? 'id';
  const value = field === 'email' ? 'ann@acme.com' : (fieldRule(rules, field)?.values?.[0] ?? '…');
  return JSON.stringify({ field, operator: '=', value });
}
