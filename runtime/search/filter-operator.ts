import { standIn } from './date-operator.ts';
import type { FieldRule } from './field-rule.ts';
import { rangeOf } from './filter-value.ts';
import { isIdField } from './id-value.ts';
import { show } from './notes.ts';
import { type OperatorName, operatorName } from './operator-name.ts';
import type { SearchContext } from './search-context.ts';

/** An operator that the field takes, and what its value becomes: moved by so many, or nobody's id. */
export interface Operation {
  readonly operator: string;
  /** The operator before it was replaced, by which the value is understood. */
  readonly meant: string;
  readonly move: number;
  readonly nobody?: true;
}

/** Reads the operator of a filter; one that the field does not take is replaced where another says the same, and refused else. */
export function readOperator(
  raw: unknown,
  { rule, value, path }: { rule: FieldRule; value: unknown; path: string },
  { rules, profile, notes }: SearchContext,
): Operation | undefined {
  const name = operatorName(raw);
  const allowed = `${rule.name} takes ${rule.operators.join(' ')}`;
  if (name === undefined) return notes.refuse(path, `${show(raw)} is no operator: ${allowed}`);
  if (name === 'NOT') return notes.refuse(path, `there is no NOT: use != or NIN or !~; ${allowed}`);
  if (name === 'between') return notes.refuse(path, between(rule, value));
  if (name === 'empty' || name === 'present') {
    if (!profile.nobody.has(rule.name))
      return notes.refuse(path, `no operator asks whether there is a value; ${allowed}`);
    const operator = name === 'empty' ? '=' : '!=';
    notes.became(path, raw, operator, '0 means unassigned');
    return { operator, meant: operator, move: 0, nobody: true };
  }
  const operator = sameSaid(name, { raw, rule, value, profile });
  if (rule.operators.includes(operator)) {
    if (operator !== raw) notes.became(path, raw, operator);
    return { operator, meant: operator, move: 0 };
  }
  const other = standIn(rule, operator, rules.wholeDays);
  if (other === undefined)
    return notes.refuse(path, `${operator} does not fit: ${allowed}${eachAlone(operator, rule, value)}`);
  notes.became(path, raw, other.operator, other.why);
  return { operator: other.operator, meant: operator, move: other.move };
}

/** The operator that says the same of this field and value: lists of one, and ids that a list of ids contains. */
function sameSaid(
  name: OperatorName,
  { raw, rule, value, profile }: { raw: unknown; rule: FieldRule; value: unknown } & Pick<SearchContext, 'profile'>,
): string {
  const isWord = typeof raw === 'string' && /[a-z]/i.test(raw);
  if (name === '~' && isWord && isIdField(rule.name, { profile })) return '=';
  if (name === '!~' && isWord && isIdField(rule.name, { profile })) return '!=';
  if (rule.operators.includes(name) || (Array.isArray(value) && value.length !== 1)) return name;
  if (name === 'IN' && !rule.operators.includes('IN')) return '=';
  if (name === 'NIN' && rule.operators.includes('!=')) return '!=';
  return name;
}

/** Where a list is not taken, one filter for each value says the same. */
function eachAlone(operator: string, { name: field, operators }: FieldRule, value: unknown): string {
  const one = operator === 'IN' ? '=' : '!=';
  if ((operator !== 'IN' && operator !== 'NIN') || !operators.includes(one) || !Array.isArray(value)) return '';
  const filters = value.slice(0, 2).map((item) => ({ field, operator: one, value: item }));
  return `. Join one filter for each value: ${show({ operator: operator === 'IN' ? 'OR' : 'AND', value: filters })}`;
}

function between({ name, type }: FieldRule, value: unknown): string {
  const example = type === 'date' ? ['now-7d', 'now'] : [1, 5];
  return `there is no between: ${show(rangeOf(name, Array.isArray(value) && value.length === 2 ? value : example))}`;
}
