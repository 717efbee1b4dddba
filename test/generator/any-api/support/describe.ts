import type { Json } from '../../../../generator/json/json-schema.ts';

/** A description with these paths; `more` stands beside them at the top. */
export function description(paths: Json, more: Json = {}): Json {
  return {
    openapi: '3.0.3',
    info: { title: 'Acme', version: '1' },
    servers: [{ url: 'https://api.example.test/v1' }],
    paths,
    ...more,
  };
}

/** A description of one operation that answers an object, unless said otherwise. */
export function operation(method: string, path: string, own: Json = {}, more: Json = {}): Json {
  return description({ [path]: { [method]: { operationId: 'operate', responses: answers(), ...own } } }, more);
}

/** Responses of an operation that answers JSON of a schema. */
export function answers(schema: Json = { type: 'object' }): Json {
  return { 200: { description: 'all is well', content: { 'application/json': { schema } } } };
}
