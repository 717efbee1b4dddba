import type { Json } from '../../../../generator/json/json-schema.ts';
import { answers, operation } from './describe.ts';

/** Query parameters by their schemas. */
export const query = (names: Readonly<Record<string, Json>>): Json[] =>
  Object.entries(names).map(([name, schema]) => ({ name, in: 'query', schema }));

export const integer = { type: 'integer' };
export const text = { type: 'string' };
export const list = { type: 'array', items: { type: 'object', properties: { id: text } } };

/** A list of tickets with these query parameters and this answer. */
export const tickets = (parameters: Readonly<Record<string, Json>>, properties: Json | undefined, more: Json = {}) =>
  operation('get', '/tickets', {
    parameters: query(parameters),
    responses: answers(properties === undefined ? list : { type: 'object', properties }),
    ...more,
  });
