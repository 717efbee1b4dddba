import { type Schema, schemaWithin, typesOf } from './schema-in.ts';

/** How a value was written: in the command line, or in a file, whose text is not taken apart. */
export interface Written {
  readonly text: string;
  readonly isFile?: boolean;
}

/**
 * A text as the value that its place wants: the text itself where that may be one, else JSON, a number, true, false, null, or a
 * list between commas. Where nothing is said of the place, what JSON reads it as. What fits nowhere stays a text, for the tool
 * to say what is wrong with it.
 */
export function typedValue(
  { text, isFile = false }: Written,
  choices: readonly Schema[],
  within: (schema: unknown) => readonly Schema[],
): unknown {
  const types = typesOf(choices);
  const value = parsed(text);
  if (types.size === 0) return value === undefined || isFile ? text : value;
  const isContainer = typeof value === 'object' && value !== null;
  if (isContainer && types.has(Array.isArray(value) ? 'array' : 'object')) return value;
  if (types.has('string')) return text;
  if (value === null && types.has('null')) return null;
  if (typeof value === 'boolean' && types.has('boolean')) return value;
  if (typeof value === 'number' && (types.has('number') || types.has('integer'))) return value;
  if (types.has('array') && !isFile) {
    const items = within(schemaWithin(choices, '0'));
    return text === '' ? [] : text.split(',').map((part) => typedValue({ text: part.trim() }, items, within));
  }
  return text;
}

/** What a text is as JSON; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
