import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** What a discriminator tells apart: by reference, the values of the property `name` that mean it. */
export interface Kinds {
  readonly name: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The schemas that are made of one with a discriminator; `isFew` where each may be a form of its own. */
export interface Heirs extends Kinds {
  readonly isFew: boolean;
}

/** More schemas made of one than this are not told apart: only their values are. */
const mostHeirs = 16;

const components = '#/components/schemas/';

/** The mark of a reference whose heirs are being looked at: within them it means the schema itself. */
export function heirMark(ref: string): string {
  return `made of ${ref}`;
}

/** The values of a union's discriminator by the references of its choices: what its mapping says, or else the schemas' names. */
export function kindsByReference(discriminator: unknown, choices: readonly Json[]): Kinds | undefined {
  const mapped = mappedKinds(discriminator);
  if (mapped === undefined) return undefined;
  const values = new Map(mapped.values);
  for (const { $ref: ref } of choices) if (typeof ref === 'string' && !values.has(ref)) values.set(ref, [lastOf(ref)]);
  return { name: mapped.name, values };
}

/** The values of a discriminator by reference, as far as its mapping says them. */
export function mappedKinds(discriminator: unknown): Kinds | undefined {
  const name = nameOf(discriminator);
  return name === undefined ? undefined : { name, values: mappingOf(discriminator) };
}

/** By document, what is made of each schema: mappings of hundreds of values are asked for at every place. */
const heirs = new WeakMap<Lookup, Map<string, Heirs | undefined>>();

/** What is made of a schema that has a discriminator and is no union itself; undefined where nothing is. */
export function heirsOf(ref: string, schema: Json, lookup: Lookup): Heirs | undefined {
  if (schema.discriminator === undefined) return undefined;
  const known = heirs.get(lookup) ?? new Map<string, Heirs | undefined>();
  heirs.set(lookup, known);
  if (!known.has(ref)) known.set(ref, findHeirs(ref, schema, lookup));
  return known.get(ref);
}

function findHeirs(ref: string, schema: Json, lookup: Lookup): Heirs | undefined {
  const name = nameOf(schema.discriminator);
  if (name === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return undefined;
  const mapped = mappingOf(schema.discriminator);
  const values =
    mapped.size > 0
      ? new Map([...mapped].filter(([target]) => lookup(target) !== undefined))
      : new Map(descendants(ref, lookup).map((heir) => [heir, [lastOf(heir)]]));
  return values.size === 0 ? undefined : { name, values, isFew: values.size <= mostHeirs };
}

function nameOf(discriminator: unknown): string | undefined {
  const name = isRecord(discriminator) ? discriminator.propertyName : undefined;
  return typeof name === 'string' && name !== '' && name !== '__proto__' ? name : undefined;
}

/** The values of a mapping by what they lead to: a reference, or the mere name of a schema. */
function mappingOf(discriminator: unknown): Map<string, string[]> {
  const mapping = isRecord(discriminator) && isRecord(discriminator.mapping) ? discriminator.mapping : {};
  const values = new Map<string, string[]>();
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target !== 'string') continue;
    const ref = /[#/]/.test(target) ? target : `${components}${target}`;
    const others = values.get(ref);
    if (others) others.push(value);
    else values.set(ref, [value]);
  }
  return values;
}

function lastOf(ref: string): string {
  return (ref.split('/').at(-1) ?? ref).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** By document, the schemas that are made of each by `allOf`, directly. */
const children = new WeakMap<Lookup, ReadonlyMap<string, readonly string[]>>();

function childrenIn(lookup: Lookup): ReadonlyMap<string, readonly string[]> {
  const known = children.get(lookup);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(lookup(components.slice(0, -1)) ?? {})) {
    const parts: unknown = isRecord(schema) ? schema.allOf : undefined;
    for (const part of Array.isArray(parts) ? parts : []) {
      const parent: unknown = isRecord(part) ? part.$ref : undefined;
      const ref = `${components}${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (typeof parent === 'string') found.set(parent, [...(found.get(parent) ?? []), ref]);
    }
  }
  children.set(lookup, found);
  return found;
}

/** All that is made of a schema, and of what is made of it. */
function descendants(ref: string, lookup: Lookup): string[] {
  const direct = childrenIn(lookup);
  const found = new Set<string>();
  const open = [ref];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const child of direct.get(next) ?? [])
      if (child !== ref && !found.has(child)) {
        found.add(child);
        open.push(child);
      }
  return [...found];
}
