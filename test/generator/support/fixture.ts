import type { Api, Field, Operation } from '../../../generator/ir/ir.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import type { Lookup } from '../../../generator/json/lookup.ts';
import { lookupIn } from '../../../generator/json/lookup.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';

/** A small description with these paths. */
export function description(paths: Json, more: Json = {}): Json {
  return {
    openapi: '3.0.3',
    info: { title: 'Acme', version: '1' },
    paths,
    ...more,
  };
}

/** Finds `#/components/schemas/…` among these. */
export function lookupOf(schemas: Json = {}): Lookup {
  return lookupIn({ components: { schemas } });
}

/** Operations without details: `GET /pets`, `POST /pets list`, where `list` is one whose answer is a list. */
export function apiOf(operations: readonly string[]): Api {
  const paths: Record<string, Record<string, Json>> = {};
  for (const line of operations) {
    const [method = '', path = '', ...marks] = line.split(' ');
    const query = marks.filter((mark) => mark !== 'list').map((name) => ({ name, in: 'query', required: true }));
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = {
      parameters: [
        ...[...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => ({ name, in: 'path', schema: { type: 'string' } })),
        ...query.map((parameter) => ({ ...parameter, schema: { type: 'string' } })),
      ],
      responses: answer(marks.includes('list') ? { type: 'array', items: {} } : { type: 'object' }),
    };
  }
  return normalize(description(paths), 'acme').api;
}

/** The responses of an operation that answers JSON. */
export function answer(schema: Json): Json {
  return { '200': { content: { 'application/json': { schema } } } };
}

/** A JSON request body that is needed, unless said otherwise. */
export function body(schema: Json, more: Json = {}): Json {
  return { required: true, content: { 'application/json': { schema } }, ...more };
}

/** The generator's view of one operation. */
export function operationOf(method: string, path: string, operation: Json = {}, more: Json = {}): Operation {
  const { api } = normalize(description({ [path]: { [method.toLowerCase()]: operation } }, more), 'acme');
  const [only] = api.operations;
  if (!only) throw new Error(`${method} ${path} is no operation`);
  return only;
}

/** A field by hand. */
export function field(key: string, place: Field['in'], more: Partial<Field> = {}): Field {
  return {
    key,
    wire: key,
    in: place,
    required: false,
    schema: { type: 'string' },
    ...more,
  };
}
