import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { propertiesOf } from '../catalog/schema-properties.ts';
import { schemaType, type TypeNames } from '../discovery/schema-type.ts';
import { typeNames } from '../discovery/signature.ts';
import { isRecord } from '../value/value.ts';

/** An argument of a tool as a line of a table; one that lies in another has a dotted name: `list[].key`, `map.*.key`. */
export interface ArgumentRow {
  readonly name: string;
  /** As the signatures of discovery write it; of what has lines of its own only that it is an object. */
  readonly type: string;
  /** It has to be given, where what it lies in is. */
  readonly required: boolean;
  readonly description?: string;
  /** All that it may be, or each item of it. */
  readonly values?: readonly unknown[];
  readonly nullable: boolean;
  readonly default?: unknown;
}

/** Levels of objects within objects that have lines of their own. */
const DEEPEST = 4;

/** The arguments of a tool, those that lie in others behind them. */
export function argumentRows(inputSchema: CatalogInputSchema): ArgumentRow[] {
  const defs = isRecord(inputSchema.$defs) ? inputSchema.$defs : {};
  return rowsOf(inputSchema, { defs, names: typeNames(Object.keys(defs)), within: '', level: 1, open: [] });
}

interface Around {
  readonly defs: Readonly<Record<string, unknown>>;
  readonly names: TypeNames;
  /** What stands before the names. */
  readonly within: string;
  readonly level: number;
  /** References that are being followed: a schema may lead to itself. */
  readonly open: readonly string[];
}

function rowsOf(schema: Readonly<Record<string, unknown>>, around: Around): ArgumentRow[] {
  const { properties, required } = propertiesOf(schema);
  return properties.flatMap(([key, property]) => {
    const row = rowOf(property, around);
    const name = `${around.within}${key}`;
    const { below, ...shown } = row;
    return [
      { name, required: required.has(key), ...shown },
      ...below.flatMap(({ inner, mark, open }) =>
        rowsOf(inner, { ...around, within: `${name}${mark}.`, level: around.level + 1, open }),
      ),
    ];
  });
}

interface Below {
  readonly inner: Readonly<Record<string, unknown>>;
  readonly mark: string;
  readonly open: readonly string[];
}

function rowOf(
  property: unknown,
  around: Around,
): Omit<ArgumentRow, 'name' | 'required'> & { readonly below: readonly Below[] } {
  const outer = isRecord(property) ? property : {};
  const { schema, nullable } = withoutNull(outer);
  const below = around.level < DEEPEST ? objectsIn(schema, around) : [];
  const values = valuesOf(schema);
  const { description } = outer;
  return {
    type: below.length > 0 ? `object${below[0]?.mark === '[]' ? '[]' : ''}` : typeOf(schema, around.names),
    ...(typeof description === 'string' && { description }),
    ...(values !== undefined && { values }),
    nullable,
    ...('default' in outer && { default: outer.default }),
    below,
  };
}

/** A schema without the null that it allows. */
function withoutNull(schema: Readonly<Record<string, unknown>>): {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly nullable: boolean;
} {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const all = schema[keyword];
    if (!Array.isArray(all)) continue;
    const parts = all.filter((part) => !(isRecord(part) && part.type === 'null'));
    const nullable = parts.length < all.length;
    const [only] = parts;
    return { schema: parts.length === 1 && isRecord(only) ? only : { [keyword]: parts }, nullable };
  }
  if (!Array.isArray(schema.type)) return { schema, nullable: schema.type === 'null' };
  const types = schema.type.filter((type) => type !== 'null');
  return { schema: { ...schema, type: types.length === 1 ? types[0] : types }, nullable: schema.type.includes('null') };
}

/** The objects that a value is, or holds as items or members. */
function objectsIn(schema: Readonly<Record<string, unknown>>, around: Around, mark = ''): Below[] {
  if (typeof schema.$ref === 'string') {
    const ref = schema.$ref.split('/').pop() ?? '';
    const target = around.defs[ref];
    if (around.open.includes(ref) || !isRecord(target)) return [];
    return objectsIn(target, { ...around, open: [...around.open, ref] }, mark);
  }
  if (propertiesOf(schema).properties.length > 0) return [{ inner: schema, mark, open: around.open }];
  const { items, additionalProperties: members } = schema;
  if (mark !== '') return [];
  if (isRecord(items)) return objectsIn(withoutNull(items).schema, around, '[]');
  return isRecord(members) ? objectsIn(withoutNull(members).schema, around, '.*') : [];
}

function valuesOf({ enum: values, items }: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (Array.isArray(values)) return values.filter((value) => value !== null);
  return isRecord(items) && Array.isArray(items.enum) ? items.enum : undefined;
}

/** The type without values that are listed beside it. */
function typeOf(schema: Readonly<Record<string, unknown>>, names: TypeNames): string {
  const { enum: values, ...rest } = schema;
  if (Array.isArray(values)) return [...new Set(values.map((value) => typeof value))].join('|');
  const { items } = rest;
  if (isRecord(items) && Array.isArray(items.enum)) return `${typeOf(items, names)}[]`;
  return schemaType(rest, names);
}
