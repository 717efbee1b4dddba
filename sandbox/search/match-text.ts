import { type FieldRule, readField } from './field-rule.ts';
import { anyOf, type RowTest, type Scalar } from './field-value.ts';
import { plainText } from './plain-text.ts';
import { readWanted } from './wanted.ts';

/**
 * Rows whose text contains, begins or ends with the one given, without regard to case; `source.body` as a whole, as only
 * its `=` is said to go word by word.
 */
export function matchText(rule: FieldRule, operator: string, given: unknown): RowTest {
  const { name, isHtml } = rule;
  const wanted = String(readWanted(given, name, 'string'));
  const textOf = isHtml ? (one: Scalar) => plainText(String(one)) : (one: Scalar) => String(one).toLowerCase();
  const holds = {
    '~': (text: string) => text.includes(wanted),
    '^': (text: string) => text.startsWith(wanted),
    $: (text: string) => text.endsWith(wanted),
  }[operator];
  if (holds === undefined) throw new Error(`${operator} compares no texts`);
  return (row) => anyOf(readField(rule, row), (one) => holds(textOf(one)));
}
