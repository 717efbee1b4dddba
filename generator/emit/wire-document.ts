import { answerSchema } from '../answers/answer-types.ts';
import type { WireUse } from '../answers/output-types.ts';
import { wireMethod } from '../answers/wire-method.ts';
import { keysOf } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import type { PlannedTool } from '../plan/plan.ts';

const shared = /^#\/components\/schemas\/[^/]+$/;

/**
 * The part of a description that the types of answers name, as a description of its own: the answers of some tools, and the
 * shared schemas that these and others are made of. Writing out the types of all the rest took most of the time that a large
 * description takes. What a reference into the middle of something leads to becomes a schema of its own, since
 * openapi-typescript writes such a place as a chain of properties, which only some places are.
 */
export function wireDocument(document: Json, { schemas, answers }: WireUse): Json {
  const lookup = lookupIn(document);
  const components = isRecord(document.components) ? document.components : {};
  const own = isRecord(components.schemas) ? Object.keys(components.schemas) : [];
  const taken = new Set(own);
  const names = new Map<string, string>();
  const left: (readonly [name: string, target: Json])[] = [];
  const mappings: (readonly [discriminator: Json, entries: readonly (readonly [string, unknown])[]])[] = [];

  /** The name of a schema in the part; undefined where a reference leads nowhere. */
  function nameOf(ref: string): string | undefined {
    const known = names.get(ref);
    const target = known === undefined ? lookup(ref) : undefined;
    if (target === undefined) return known;
    const key = keysOf(ref).at(-1) ?? '';
    const base = shared.test(ref) ? key : key.replace(/[^\w.-]/g, '_') || 'part';
    let name = base;
    for (let count = 2; !shared.test(ref) && taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    names.set(ref, name);
    left.push([name, target]);
    return name;
  }
  function visit(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const { $ref, ...rest } = value;
    if (typeof $ref !== 'string') return visitParts(value);
    const name = nameOf($ref);
    if (name === undefined) return visitParts(rest);
    return { ...visitParts(rest), $ref: shared.test($ref) ? $ref : `#/components/schemas/${name}` };
  }
  function visitParts(value: Json): Json {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, part]) => !(key === 'discriminator' && isUnmapped(part)))
        .map(([key, part]) => [key, mappingOf(part) ? visitMapping(part) : visit(part)]),
    );
  }
  /** A discriminator, whose mapping is filled in once it is known what the part has. */
  function visitMapping(part: unknown): Json {
    const kept: Json = isRecord(part) ? { propertyName: part.propertyName } : {};
    mappings.push([kept, Object.entries(mappingOf(part) ?? {})]);
    return kept;
  }

  const paths = new Map<string, Map<string, Json>>();
  for (const tool of answers) {
    const operations = paths.get(tool.path) ?? new Map<string, Json>();
    paths.set(tool.path, operations.set(wireMethod(tool.method), answerOf(tool, visit(answerSchema(tool, lookup)))));
  }
  for (const ref of schemas) nameOf(ref);
  const written = new Map<string, unknown>();
  for (let next = left.pop(); next !== undefined; next = left.pop()) written.set(next[0], visit(next[1]));
  for (const [discriminator, entries] of mappings) {
    const known = entries.filter(
      ([, target]) => typeof target === 'string' && (names.has(target) || written.has(target)),
    );
    if (known.length > 0) discriminator.mapping = Object.fromEntries(known);
  }
  const places = new Map(own.map((name, at) => [name, at]));
  const place = (name: string): number => places.get(name) ?? own.length;
  const sorted = [...written].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    openapi: document.openapi,
    info: { title: 'Answers', version: '1' },
    paths: Object.fromEntries([...paths].map(([path, operations]) => [path, Object.fromEntries(operations)])),
    components: { schemas: Object.fromEntries(sorted) },
  };
}

/** An operation that has nothing but its answer. */
function answerOf({ status = '', mediaType = '' }: PlannedTool, schema: unknown): Json {
  return { responses: { [status]: { description: '', content: { [mediaType]: { schema } } } } };
}

/** The mapping of a discriminator; undefined for anything else. */
function mappingOf(value: unknown): Json | undefined {
  return isRecord(value) && typeof value.propertyName === 'string' && isRecord(value.mapping)
    ? value.mapping
    : undefined;
}

/**
 * A discriminator that does not say its values. The library takes names of schemas for them, and a schema that says its own
 * value, as most do, could then have none.
 */
function isUnmapped(value: unknown): boolean {
  return isRecord(value) && typeof value.propertyName === 'string' && mappingOf(value) === undefined;
}
