import type { Case } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';
import type { CatalogInputSchema } from './catalog.ts';
import { propertiesOf } from './schema-properties.ts';

/** Levels of an example: what lies deeper is left empty. */
const DEEPEST = 5;

/** Arguments that a tool accepts, to show how a call looks: what is required, and what one form of its input needs. */
export function exampleArguments(
  inputSchema: CatalogInputSchema,
  cases: readonly Case[] = [],
): Readonly<Record<string, unknown>> {
  const { properties, required } = propertiesOf(inputSchema);
  const schemas = new Map(properties);
  const defs = isRecord(inputSchema.$defs) ? inputSchema.$defs : {};
  const [form] = cases;
  const wanted = [...required, ...(form?.required ?? [])].filter((name) => typeof name === 'string');
  const fixed = Object.entries(form?.when ?? {}).flatMap(([name, [value]]) =>
    schemas.has(name) ? [[name, value]] : [],
  );
  const chosen = new Set([...wanted, ...(wanted.length + fixed.length === 0 ? firstOf(properties) : [])]);
  return Object.fromEntries([
    ...properties.flatMap(([name, schema]) =>
      chosen.has(name) ? [[name, exampleOf(schema, { name, defs, level: 1 })]] : [],
    ),
    ...fixed,
  ]);
}

/** What a call without required arguments shows: how many, where it is a list. */
function firstOf(properties: readonly (readonly [string, unknown])[]): string[] {
  return properties.some(([name]) => name === 'limit') ? ['limit'] : [];
}

interface Around {
  /** The nearest property: a name says what a text is. */
  readonly name: string;
  readonly defs: Readonly<Record<string, unknown>>;
  readonly level: number;
}

function exampleOf(schema: unknown, around: Around): unknown {
  if (!isRecord(schema)) return 'text';
  const isDeep = around.level > DEEPEST;
  if (typeof schema.$ref === 'string') {
    const target = isDeep ? undefined : around.defs[schema.$ref.split('/').pop() ?? ''];
    return exampleOf(target, { ...around, level: around.level + 1 });
  }
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [one] = [schema.anyOf, schema.oneOf].flat().filter((part) => isRecord(part) && part.type !== 'null');
  if (one !== undefined) return exampleOf(one, around);
  const type = [schema.type].flat().find((each) => each !== 'null');
  switch (type) {
    case 'integer':
    case 'number':
      return exampleNumber(schema, around);
    case 'boolean':
      return true;
    case 'array': {
      if (isDeep) return [];
      const inner = { ...around, name: around.name.replace(/s$/, ''), level: around.level + 1 };
      const least = typeof schema.minItems === 'number' ? Math.max(1, schema.minItems) : 1;
      return Array.from({ length: Math.min(least, MOST_ITEMS) }, () => exampleOf(schema.items, inner));
    }
    case 'object':
      return isDeep ? {} : exampleObject(schema, around);
    default:
      return exampleText(schema, around);
  }
}

/** Items of an example, however many there have to be. */
const MOST_ITEMS = 20;

function exampleNumber(
  { minimum, exclusiveMinimum, maximum }: Readonly<Record<string, unknown>>,
  { name }: Around,
): number {
  const usual = name === 'limit' ? 10 : 1;
  const least =
    typeof minimum === 'number' ? minimum : typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : usual;
  const value = Math.max(least, usual);
  return typeof maximum === 'number' ? Math.min(maximum, value) : value;
}

/** What is required, or the first property where nothing is. */
function exampleObject(schema: Readonly<Record<string, unknown>>, around: Around): Record<string, unknown> {
  const { properties, required } = propertiesOf(schema);
  const level = around.level + 1;
  if (properties.length === 0) {
    const { additionalProperties: members } = schema;
    return isRecord(members) ? { name: exampleOf(members, { ...around, name: 'name', level }) } : {};
  }
  const shown = required.size > 0 ? properties.filter(([name]) => required.has(name)) : properties.slice(0, 1);
  return Object.fromEntries(shown.map(([name, inner]) => [name, exampleOf(inner, { ...around, name, level })]));
}

/** Texts by the names of what they are. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)(?:date|day)$/, '2026-01-31'],
  [/(?:^|_)(?:at|since|until|before|after|from|to|time|timestamp)$/, '2026-01-31T09:00:00Z'],
  [/(?:^|_)ids?$/, '123'],
  [/email/, 'ann@example.com'],
  [/phone/, '+15550100'],
  [/(?:^|_)(?:url|uri)s?$/, 'https://example.com/'],
  [/(?:^|_)locale$/, 'en'],
  [/(?:^|_)name$/, 'Name'],
];

function exampleText({ minLength, maxLength }: Readonly<Record<string, unknown>>, { name }: Around): string {
  const text = TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'Text';
  const long = typeof minLength === 'number' ? text.padEnd(Math.min(minLength, LONGEST), 'x') : text;
  return typeof maxLength === 'number' ? long.slice(0, maxLength) : long;
}

/** Characters of a text in an example, however long it has to be. */
const LONGEST = 1000;
