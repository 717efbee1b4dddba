import { type FieldRule, readField } from './field-rule.ts';
import { anyOf, type RowTest, type Scalar } from './field-value.ts';
import { plainText } from './plain-text.ts';
import { readOperand } from './read-operand.ts';

/**
 * Rows whose text contains, begins or ends with the one value, without regard to case; `source.body` as a whole, as only
 * its `=` is said to go word by word.
 */
export function matchText(rule: FieldRule, operator: string, value: unknown): RowTest {
  const { name, isHtml } = rule;
  const operand = String(readOperand(value, name, 'string'));
  const textOf = isHtml ? (one: Scalar) => plainText(String(one)) : (one: Scalar) => String(one).toLowerCase();
  const holds = {
    '~': (text: string) => text.includes(operand),
    '^': (text: string) => text.startsWith(operand),
    $: (text: string) => text.endsWith(operand),
  }[operator];
  if (holds === undefined) throw new Error(`${operator} compares no texts`);
  return (row) => anyOf(readField(rule, row), (one) => holds(textOf(one)));
}
