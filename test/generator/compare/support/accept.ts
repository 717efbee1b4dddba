import { Ajv } from 'ajv';
import { valueAt } from '../../../../generator/json/json-pointer.ts';
import { isRecord } from '../../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../../runtime/catalog/catalog.ts';
import { sampleValues } from './sample-values.ts';

const ajv = new Ajv({ strict: false, validateFormats: false, addUsedSchema: false, logger: false });

/** A value that one tool took and does not take any more, and where it is refused. */
export interface Refused {
  readonly value: unknown;
  /** JSON Pointer into the value. */
  readonly at: string;
  readonly message: string;
}

/** Arguments that the old schema of a tool takes and the new one refuses, by ajv. */
export function refusedNow(old: CatalogEntry, now: CatalogEntry): Refused[] {
  return refusals(old.inputSchema, now.inputSchema);
}

/** Samples that one JSON Schema takes and another refuses. */
export function refusals(old: object, now: object): Refused[] {
  const [takes, took] = [ajv.compile(now), ajv.compile(old)];
  const samples = new Map(
    [old, now]
      .flatMap((schema) => sampleValues(schema, (ref) => valueAt(schema, ref)))
      .map((value) => [JSON.stringify(value), value]),
  );
  return [...samples.values()].flatMap((value) => {
    if (!took(value) || takes(value)) return [];
    const [error] = takes.errors ?? [];
    return [{ value, at: error?.instancePath ?? '', message: error?.message ?? '' }];
  });
}

/** An OpenAPI 3.0 schema without references as JSON Schema, closed as the arguments of tools are. */
export function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (!isRecord(schema)) return schema;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' && isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asJsonSchema(part)]))
        : asJsonSchema(value),
    ]),
  );
  const closed =
    isRecord(rest.properties) && rest.additionalProperties === undefined
      ? { ...rest, additionalProperties: false }
      : rest;
  return nullable === true ? { anyOf: [closed, { type: 'null' }] } : closed;
}
