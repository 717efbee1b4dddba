/** A member of an object type. */
export interface Member {
  readonly key: string;
  /** The name and the type, as they are written. */
  readonly text: string;
  /** The type alone. */
  readonly type: string;
}

/** So many values of an enumeration are written out, in so many characters. */
const MOST_VALUES = 8;
const MOST_LETTERS = 120;

/** A member, its name in quotation marks where it has to be. */
export function member(key: string, type: string, { optional = false }: { optional?: boolean } = {}): Member {
  const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
  return { key, type, text: `${name}${optional ? '?' : ''}: ${type}` };
}

/** An object of these members; `isCut` says that it has more. */
export function objectType(members: readonly Member[], { isCut = false }: { isCut?: boolean } = {}): string {
  const texts = members.map(({ text }) => text);
  return `{ ${[...texts, ...(isCut ? ['[more: string]: unknown'] : [])].join('; ')} }`;
}

/** The values of an enumeration; undefined where they are too many to be written out. */
export function valuesType(values: readonly unknown[]): string | undefined {
  const texts = values.filter((one) => one !== null && typeof one !== 'object').map((one) => JSON.stringify(one));
  const isShort = texts.length > 0 && texts.length <= MOST_VALUES && texts.join('').length <= MOST_LETTERS;
  return isShort ? texts.join(' | ') : undefined;
}

/** One of several types, each once. */
export function unionType(texts: readonly string[]): string {
  const unique = new Set(texts.flatMap((text) => (/[{(]/.test(text) ? [text] : text.split(' | '))));
  if (unique.size === 0 || unique.has('unknown')) return 'unknown';
  const others = [...unique].filter((text) => text !== 'null');
  return [...others, ...(unique.has('null') ? ['null'] : [])].join(' | ');
}

/** A type that may be null as well. */
export function nullableType(text: string, isNullable: boolean): string {
  return isNullable && text !== 'unknown' && !/(?:^| )null$/.test(text) ? `${text} | null` : text;
}

/** A type without its null. */
export function withoutNull(text: string): string {
  return text.endsWith(' | null') && !/[([]/.test(text) ? text.slice(0, -' | null'.length) : text;
}

/** A list of such items. */
export function listType(item: string): string {
  return `${/ [|&] /.test(item) && !/^\{[^{}]*\}$/.test(item) ? `(${item})` : item}[]`;
}

/** Values by any name. A type that may hold itself is no argument of another: `type A = Record<string, A>` is none. */
export function mapType(value: string): string {
  return /[A-Z]/.test(value) ? `{ [key: string]: ${value} }` : `Record<string, ${value}>`;
}
