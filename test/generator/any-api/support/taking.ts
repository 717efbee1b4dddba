import type { Json } from '../../../../generator/json/json-schema.ts';
import { operation } from './describe.ts';
import { type Generated, generated } from './wire.ts';

/** How {@link taking} describes its operation; `more` stands beside the body. */
interface TakingOptions {
  readonly method?: string;
  readonly path?: string;
  readonly version?: string;
  readonly more?: Json;
  readonly schemas?: Json;
}

/** The tools of one operation that needs a JSON body of a schema. */
export function taking(
  schema: Json,
  { method = 'post', path = '/things', version = '3.0.3', more = {}, schemas = {} }: TakingOptions = {},
): Promise<Generated> {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const components = { components: { schemas } };
  return generated({ doc: { ...operation(method, path, { requestBody, ...more }, components), openapi: version } });
}

/** The schema of an object of these properties. */
export function object(properties: Json, more: Json = {}): Json {
  return { type: 'object', properties, ...more };
}
