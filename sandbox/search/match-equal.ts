import { calendarDay } from './calendar-day.ts';
import { type FieldRule, isNobody, readField } from './field-rule.ts';
import { anyOf, isNone, type RowTest, type Scalar } from './field-value.ts';
import { plainText, wordsOf } from './plain-text.ts';
import { canonical, numberOf, readOperand } from './read-operand.ts';

/**
 * Rows whose value, or an element of it, is one of those list. `null` finds rows without a value (inferred: the filter's
 * schema allows it, and programs ask for it).
 */
export function matchEqual(rule: FieldRule, list: readonly unknown[], timezone: string): RowTest {
  const { name, isAssignee } = rule;
  const operands = list.filter((one) => one !== null).map((one) => readOperand(one, name, rule.type));
  const some = operands.filter((one) => !(isAssignee && isNobody(one)));
  const findsNone = list.length > some.length;
  const test = equalTo(rule, some, timezone);
  return (row) => {
    const value = readField(rule, row);
    return isNone(value) ? findsNone : anyOf(value, test);
  };
}

function equalTo(rule: FieldRule, operands: readonly Scalar[], timezone: string): (one: Scalar) => boolean {
  if (rule.isWords) {
    const words = operands.map(String);
    return (body) => words.some((word) => wordsOf(String(body)).has(word));
  }
  if (rule.isDay) {
    const days = operands.map((moment) => calendarDay(Number(moment), timezone));
    return (date) => {
      const moment = numberOf(date);
      return moment !== undefined && days.some(({ start, end }) => moment >= start && moment < end);
    };
  }
  const values = new Set<Scalar | undefined>(operands);
  return (one) => values.has(rule.isHtml ? plainText(String(one)) : canonical(one, rule.type));
}
