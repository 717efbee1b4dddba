import { calendarDay } from './calendar-day.ts';
import { type FieldRule, isNobody, readField } from './field-rule.ts';
import { anyOf, isNone, type RowTest, type Scalar } from './field-value.ts';
import { plainText, wordsOf } from './plain-text.ts';
import { canonical, numberOf, readWanted } from './wanted.ts';

/**
 * Rows whose value, or an element of it, is one of those given. `null` finds rows without a value (inferred: the filter's
 * schema allows it, and programs ask for it).
 */
export function matchEqual(rule: FieldRule, given: readonly unknown[], timezone: string): RowTest {
  const { name, isAssignee } = rule;
  const wanted = given.filter((one) => one !== null).map((one) => readWanted(one, name, rule.type));
  const some = wanted.filter((one) => !(isAssignee && isNobody(one)));
  const findsNone = given.length > some.length;
  const test = equalTo(rule, some, timezone);
  return (row) => {
    const value = readField(rule, row);
    return isNone(value) ? findsNone : anyOf(value, test);
  };
}

function equalTo(rule: FieldRule, wanted: readonly Scalar[], timezone: string): (one: Scalar) => boolean {
  if (rule.isWords) {
    const words = wanted.map(String);
    return (body) => words.some((word) => wordsOf(String(body)).has(word));
  }
  if (rule.isDay) {
    const days = wanted.map((moment) => calendarDay(Number(moment), timezone));
    return (date) => {
      const moment = numberOf(date);
      return moment !== undefined && days.some(({ start, end }) => moment >= start && moment < end);
    };
  }
  const values = new Set<Scalar | undefined>(wanted);
  return (one) => values.has(rule.isHtml ? plainText(String(one)) : canonical(one, rule.type));
}
