import { isRecord, type Json } from '../../json/json-schema.ts';
import { kindsByReference, mappedKinds } from '../../normalize/discriminator.ts';
import { enumOf } from '../../normalize/enum.ts';
import { type Draft, draftOf, meet } from './draft.ts';

/** A way to satisfy a schema with the values that a discriminator gives the property that it names. */
export interface KindReader {
  /** Of one branch of a union. */
  readonly ofBranch: (union: Json, branch: Json, draft: Draft) => Draft;
  /** Of a schema that others are made of, which a mapping tells apart. */
  readonly ofWhole: (schema: Json, draft: Draft) => Draft;
}

/** What one discriminator says; a schema for each reference, the same whenever it is asked for, since schemas are compared once. */
interface Told {
  readonly name: string;
  readonly byReference: ReadonlyMap<string, Json>;
  readonly mapped: ReadonlyMap<string, readonly string[]>;
  readonly all: Json;
}

/** A reader that remembers what discriminators say. */
export function kindReader(resolve: (schema: unknown) => Json): KindReader {
  const known = new Map<unknown, Told | undefined>();

  function toldBy({ discriminator, ...schema }: Json): Told | undefined {
    if (!known.has(discriminator)) known.set(discriminator, read(discriminator, schema));
    return known.get(discriminator);
  }

  return {
    ofBranch: (union, { $ref: ref }, draft) => {
      const told = typeof ref === 'string' && union.discriminator !== undefined ? toldBy(union) : undefined;
      const kind = told?.byReference.get(String(ref));
      if (told === undefined || kind === undefined) return draft;
      const parts = draft.properties.get(told.name) ?? [];
      // Without a mapping a form is meant by its name, unless it says itself what it is meant by.
      const isImplied = !told.mapped.has(String(ref));
      if (isImplied && parts.some((part) => enumOf(resolve(part)) !== undefined)) return draft;
      return withProperty(draft, told.name, kind);
    },
    ofWhole: (schema, draft) => {
      const isUnion = schema.oneOf !== undefined || schema.anyOf !== undefined;
      const told = isUnion || schema.discriminator === undefined ? undefined : toldBy(schema);
      return told === undefined || told.mapped.size === 0 ? draft : withProperty(draft, told.name, told.all);
    },
  };
}

function read(discriminator: unknown, { oneOf, anyOf }: Json): Told | undefined {
  const choices = [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
  const [mapped, kinds] = [mappedKinds(discriminator), kindsByReference(discriminator, choices)];
  if (!mapped || !kinds) return undefined;
  return {
    name: kinds.name,
    byReference: new Map([...kinds.values].map(([ref, values]) => [ref, { enum: values }])),
    mapped: mapped.values,
    all: { enum: [...mapped.values.values()].flat() },
  };
}

function withProperty(draft: Draft, name: string, schema: Json): Draft {
  return meet(draft, { ...draftOf({ properties: { [name]: schema } }), sources: [] });
}
