/** What is known of an argument. */
export interface ArgumentFacts {
  /** Dotted where it lies in another. */
  readonly name: string;
  /** In the manner of TypeScript. */
  readonly type: string;
  readonly required: boolean;
  readonly values?: readonly unknown[] | undefined;
}

/** How an argument is filled in: one that is none of these is written as JSON. */
export type InputKind = 'choice' | 'text' | 'number' | 'flag' | 'json';

/** The arguments of a call. */
export type Arguments = Readonly<Record<string, unknown>>;

/** How an argument of a type is filled in. */
export function inputKind({ type, values }: Pick<ArgumentFacts, 'type' | 'values'>): InputKind {
  const types = type.split('|').filter((part) => part !== 'null');
  if (!types.every((part) => ['string', 'integer', 'number', 'boolean'].includes(part))) return 'json';
  if (values !== undefined && values.length > 0) return 'choice';
  if (types.every((part) => part === 'boolean')) return 'flag';
  return types.every((part) => part === 'integer' || part === 'number') ? 'number' : 'text';
}

/** The arguments that are no part of another, what has to be given first. */
export function ownArguments<Facts extends ArgumentFacts>(all: readonly Facts[]): Facts[] {
  const own = all.filter(({ name }) => !/[.[]/.test(name));
  return [...own.filter(({ required }) => required), ...own.filter(({ required }) => !required)];
}

/** What was typed for an argument; undefined where nothing was. What is no number is sent as it is: the tool says what it wants. */
export function typedValue(kind: InputKind, text: string, values: readonly unknown[] = []): unknown {
  if (text === '') return undefined;
  if (kind === 'choice') return values.find((value) => String(value) === text);
  if (kind === 'flag') return text === 'true';
  const isNumber = kind === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text.trim());
  return isNumber ? Number(text) : text;
}

/** Arguments with another value for one of them; undefined leaves it out. */
export function withArgument(all: Arguments, name: string, value: unknown): Arguments {
  const { [name]: _before, ...rest } = all;
  return value === undefined ? rest : { ...all, [name]: value };
}

/** Arguments as they are written. */
export function writeArguments(all: Arguments): string {
  return JSON.stringify(all, null, 2);
}

/** What is written, or why it is no object of JSON. */
export type ReadArguments = { readonly value: Arguments } | { readonly problem: string };

/** Reads arguments; nothing at all is none. */
export function readArguments(text: string): ReadArguments {
  if (text.trim() === '') return { value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { problem: 'Arguments are an object: { "name": value }.' };
    return { value: { ...value } };
  } catch (error) {
    return { problem: `This is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}

/** What will probably be refused of arguments: the call can be made all the same, to see what a model is told. */
export function doubtsOf(value: Arguments, all: readonly ArgumentFacts[]): string[] {
  const own = ownArguments(all);
  const known = new Set(own.map(({ name }) => name));
  const missing = own.filter(({ name, required }) => required && value[name] === undefined).map(({ name }) => name);
  const unknown = Object.keys(value).filter((name) => !known.has(name));
  return [
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`Not among the tool's arguments: ${unknown.slice(0, 5).join(', ')}.`] : []),
  ];
}
