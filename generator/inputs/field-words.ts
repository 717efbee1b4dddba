import type { JsonSchema } from '../json/json-schema.ts';

/** The comment of a field: its words, its bounds, and whether a name does for an id; empty where there is nothing to say. */
export function fieldWords(schema: JsonSchema, names: readonly string[] = []): string {
  const { description = '' } = schema;
  const facts = [
    bounds(schema.minimum, isSaid(description, schema.maximum) ? undefined : schema.maximum),
    isSaid(description, schema.maxItems) ? '' : amount(schema.minItems, schema.maxItems),
    ...(schema.minLength === 1 ? ['Not empty'] : []),
    ...(names.length > 0 && !/\b(?:name|label)\b/i.test(description)
      ? [`An id, or a name that is unique (${names.join(', ').replaceAll('_', ' ')})`]
      : []),
  ];
  return [description, ...facts]
    .filter((text) => text !== '')
    .map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

function isSaid(words: string, bound: number | undefined): boolean {
  return bound !== undefined && words.split(/[^\d.]+/).includes(String(bound));
}

function bounds(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `From ${minimum} to ${maximum}`;
  if (maximum !== undefined) return `At most ${maximum}`;
  return minimum === undefined ? '' : `At least ${minimum}`;
}

function amount(minItems: number | undefined, maxItems: number | undefined): string {
  const text = bounds(minItems, maxItems);
  return text === '' ? '' : `${text} of them`;
}

/** Words as a comment of TypeScript in front of what they are about; nothing where there are none. */
export function comment(words: string): string {
  // What would end the comment, break the line or begin a tag.
  const plain = words
    .replace(/\s+/g, ' ')
    .replaceAll('*/', '*\\/')
    .replace(/(^|\s)@/g, '$1')
    .trim();
  return plain === '' ? '' : `/** ${plain} */\n`;
}
