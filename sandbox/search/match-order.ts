import { calendarDay } from './calendar-day.ts';
import { type FieldRule, readField } from './field-rule.ts';
import { anyOf, type RowTest } from './field-value.ts';
import { numberOf, readOperand } from './read-operand.ts';

/** Rows whose number or date is more or less than the one value; a row without a value is neither. */
export function matchOrder(rule: FieldRule, operator: string, value: unknown, timezone: string): RowTest {
  const { name, type } = rule;
  const bound = Number(readOperand(value, name, type === 'any' ? 'number' : type));
  const holds = comparison(rule, operator, bound, timezone);
  return (row) =>
    anyOf(readField(rule, row), (one) => {
      const value = numberOf(one);
      return value !== undefined && holds(value);
    });
}

function comparison(
  { isDay, orEqual }: FieldRule,
  operator: string,
  bound: number,
  timezone: string,
): (value: number) => boolean {
  if (isDay) {
    const { start, end } = calendarDay(bound, timezone);
    return operator === '>' ? (value) => value >= end : (value) => value < start;
  }
  const takesBound = orEqual || operator.endsWith('=');
  if (operator.startsWith('>')) return takesBound ? (value) => value >= bound : (value) => value > bound;
  return takesBound ? (value) => value <= bound : (value) => value < bound;
}
