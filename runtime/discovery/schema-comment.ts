import { isRecord } from '../value/value.ts';

/** What a type cannot say of a schema, part by part: its bounds, its default, its words. */
export function schemaComment(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return [];
  const words = typeof schema.description === 'string' ? commentText(schema.description) : '';
  const bounds = [
    range(schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum, ''),
    range(schema.minItems, schema.maxItems, ' items'),
    range(schema.minLength, schema.maxLength, ' characters'),
    typeof schema.pattern === 'string' ? commentText(`/${schema.pattern}/`) : '',
    schema.default === undefined ? '' : commentText(`default ${JSON.stringify(schema.default)}`),
  ];
  const said = new Set(words.split(/[^0-9.-]+/));
  // "At most 10" says the bound already.
  const unsaid = bounds.filter((bound) => !said.has(/^<= (\S+)/.exec(bound)?.[1] ?? 'none'));
  return [...unsaid, words].filter((part) => part !== '');
}

/** Foreign words on one line of a comment that they do not end. */
export function commentText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
}

function range(least: unknown, most: unknown, of: string): string {
  const [hasLeast, hasMost] = [typeof least === 'number', typeof most === 'number'];
  if (hasLeast && hasMost) return least === most ? `${least}${of}` : `${least}-${most}${of}`;
  if (hasLeast) return `>= ${least}${of}`;
  return hasMost ? `<= ${most}${of}` : '';
}
