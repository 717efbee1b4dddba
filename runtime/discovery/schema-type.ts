import { propertiesOf } from '../catalog/schema-properties.ts';
import { isRecord } from '../value/value.ts';
import { schemaComment } from './schema-comment.ts';
import { templateWords, wordList } from './word-list.ts';

/** Names of a schema's `$defs` as types. */
export type TypeNames = ReadonlyMap<string, string>;

/** How much of TypeScript a type is: a shorthand for readers, or what the compiler takes. */
export type Dialect = 'shorthand' | 'typescript';

/** How the dialects differ. */
const DIALECTS = {
  shorthand: { words: wordList, integer: 'integer' },
  typescript: { words: templateWords, integer: 'number' },
} as const satisfies Record<Dialect, unknown>;

/** A JSON Schema as a type in the manner of TypeScript, on one line. */
export function schemaType(schema: unknown, names: TypeNames, dialect: Dialect = 'shorthand'): string {
  return rendered(schema, { names, dialect }).text;
}

interface Writing {
  readonly names: TypeNames;
  readonly dialect: Dialect;
}

/** Whether a property has to be given: ` ?` marks those that need not. */
export function propertyName(name: string, required: ReadonlySet<unknown>): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return required.has(name) ? key : `${key}?`;
}

/** A type, and whether it needs brackets inside of another. */
interface Rendered {
  readonly text: string;
  readonly isUnion: boolean;
}

function rendered(schema: unknown, writing: Writing): Rendered {
  if (schema === false) return plain('never');
  if (!isRecord(schema)) return plain('any');
  if (typeof schema.$ref === 'string') return plain(writing.names.get(schema.$ref.split('/').pop() ?? '') ?? 'any');
  if ('const' in schema) return plain(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) return literals(schema.enum, writing);
  for (const keyword of ['anyOf', 'oneOf'] as const)
    if (Array.isArray(schema[keyword])) return union(schema[keyword].map((one: unknown) => rendered(one, writing)));
  if (Array.isArray(schema.allOf)) return intersection(schema, schema.allOf, writing);
  if (Array.isArray(schema.type))
    return union(schema.type.map((type: unknown) => ofType(String(type), schema, writing)));
  return ofType(typeof schema.type === 'string' ? schema.type : guessType(schema), schema, writing);
}

function plain(text: string): Rendered {
  return { text, isUnion: false };
}

function literals(values: readonly unknown[], { dialect }: Writing): Rendered {
  const list = DIALECTS[dialect].words(values);
  if (list !== undefined && dialect === 'typescript') return { text: list, isUnion: true };
  return list === undefined ? union(values.map((value) => plain(JSON.stringify(value)))) : plain(list);
}

function union(parts: readonly Rendered[]): Rendered {
  const texts = [...new Set(parts.map(({ text }) => text))];
  if (texts.length === 0) return plain('never');
  const [first] = parts;
  return texts.length === 1 && first !== undefined ? first : { text: texts.join('|'), isUnion: true };
}

function intersection(schema: Readonly<Record<string, unknown>>, all: readonly unknown[], writing: Writing): Rendered {
  const { allOf: _all, description: _words, ...own } = schema;
  const parts = [...all, ...(Object.keys(own).length > 0 ? [own] : [])].map((part) => rendered(part, writing));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { text: parts.map(inBrackets).join('&'), isUnion: true };
}

function inBrackets({ text, isUnion }: Rendered): string {
  return isUnion ? `(${text})` : text;
}

function guessType(schema: Readonly<Record<string, unknown>>): string {
  if ('properties' in schema || 'additionalProperties' in schema) return 'object';
  return 'items' in schema || 'prefixItems' in schema ? 'array' : 'any';
}

/** JSON's types that need no more than their names; `integer` says more than TypeScript can. */
const NAMED: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null']);

function ofType(type: string, schema: Readonly<Record<string, unknown>>, writing: Writing): Rendered {
  if (type === 'array') return arrayType(schema, writing);
  if (type === 'object') return plain(objectType(schema, writing));
  if (type === 'integer') return plain(DIALECTS[writing.dialect].integer);
  return plain(NAMED.has(type) ? type : 'any');
}

function arrayType({ items, prefixItems }: Readonly<Record<string, unknown>>, writing: Writing): Rendered {
  if (Array.isArray(prefixItems)) {
    const rest = items === undefined || items === false ? [] : [`...${inBrackets(rendered(items, writing))}[]`];
    return plain(`[${[...prefixItems.map((item: unknown) => rendered(item, writing).text), ...rest].join(', ')}]`);
  }
  return plain(`${inBrackets(rendered(items, writing))}[]`);
}

function objectType(schema: Readonly<Record<string, unknown>>, writing: Writing): string {
  const { properties, required } = propertiesOf(schema);
  const other = isRecord(schema.additionalProperties) ? rendered(schema.additionalProperties, writing).text : undefined;
  if (properties.length === 0) return other === undefined ? 'object' : `Record<string, ${other}>`;
  const members = properties.map(([name, property]) => {
    const comment = schemaComment(property);
    const said = comment.length === 0 ? '' : ` /* ${comment.join('; ')} */`;
    return `${propertyName(name, required)}: ${rendered(property, writing).text}${said}`;
  });
  return `{${[...members, ...(other === undefined ? [] : [`[key: string]: ${other}`])].join(', ')}}`;
}
