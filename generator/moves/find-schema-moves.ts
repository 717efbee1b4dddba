import { isRecord, type Json } from '../json/json-schema.ts';
import { bestOf, contentOf, overlap, propertiesOf } from './similar.ts';

/** A schema that has another name now. */
export interface SchemaMove {
  readonly from: string;
  readonly to: string;
  /** True where nothing else can be meant: the same content, once in both, the old name gone and the other new. */
  readonly isCertain: boolean;
}

/** The share of properties that two schemas must have in common to be taken for one. */
const LEAST = 0.6;

/** Characters of a schema below which the same content says nothing: `{"type":"string"}` is many. */
const TELLING = 60;

/** The schemas that are gone, each with the new one that fits best; none for those that fit no new one. */
export function findSchemaMoves(before: Json, after: Json): SchemaMove[] {
  const [old, now] = [schemasIn(before), schemasIn(after)];
  const certain = new Map<string, string>();
  // One that refers to another that moved is the same once that one's move is known.
  for (let found = -1; found !== certain.size; ) {
    found = certain.size;
    for (const [from, to] of equalPairs(old, now, certain)) certain.set(from, to);
  }
  const taken = new Set(certain.values());
  const fresh = [...now.keys()]
    .filter((name) => !old.has(name) && !taken.has(name))
    .map((name) => ({ name, properties: propertiesOf(now.get(name)) }));
  const likely = [...old]
    .filter(([name]) => !now.has(name) && !certain.has(name))
    .flatMap(([from, schema]): SchemaMove[] => {
      const properties = propertiesOf(schema);
      const to = bestOf(fresh, (each) => overlap(properties, each.properties), LEAST);
      return to === undefined ? [] : [{ from, to: to.name, isCertain: false }];
    });
  return [...[...certain].map(([from, to]) => ({ from, to, isCertain: true })), ...likely];
}

type Schemas = ReadonlyMap<string, unknown>;

function schemasIn({ components }: Json): Schemas {
  const schemas = isRecord(components) ? components.schemas : undefined;
  return new Map(Object.entries(isRecord(schemas) ? schemas : {}));
}

/** Names that are gone and names that are new, by the content that exactly one of each has. */
function equalPairs(old: Schemas, now: Schemas, known: ReadonlyMap<string, string>): [string, string][] {
  const gone = byContent(
    [...old].filter(([name]) => !now.has(name) && !known.has(name)),
    known,
  );
  const taken = new Set(known.values());
  const fresh = byContent(
    [...now].filter(([name]) => !old.has(name) && !taken.has(name)),
    new Map(),
  );
  return [...gone].flatMap(([content, names]): [string, string][] => {
    const others = fresh.get(content) ?? [];
    const [from, to] = [names[0], others[0]];
    const isClear = names.length === 1 && others.length === 1 && content.length >= TELLING;
    return isClear && from !== undefined && to !== undefined ? [[from, to]] : [];
  });
}

function byContent(
  schemas: readonly (readonly [string, unknown])[],
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, schema] of schemas) {
    const content = contentOf(withReferences(schema, new Map([...known, [name, 'itself']])));
    names.set(content, [...(names.get(content) ?? []), name]);
  }
  return names;
}

/** A schema with other names in its references. */
function withReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((part) => withReferences(part, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const name =
        key === '$ref' && typeof part === 'string' ? /^#\/components\/schemas\/([^/]+)$/.exec(part)?.[1] : undefined;
      const other = name === undefined ? undefined : names.get(name);
      return [key, other === undefined ? withReferences(part, names) : `#/components/schemas/${other}`];
    }),
  );
}
