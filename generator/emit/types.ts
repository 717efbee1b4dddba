import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { isRecord, type Json } from '../json/json-schema.ts';
import { banner } from './templates.ts';

/** The static types of a part of what comes over the wire, by openapi-typescript; objects without declared properties are open. */
export async function emitTypes(document: Json): Promise<string> {
  // The library types its input by the letter of OpenAPI 3.1; it reads 3.0 as well.
  const nodes = await openapiTS(withNulls(document) as never, {
    emptyObjectsUnknown: true,
    alphabetize: false,
    silent: true,
  });
  return `// ${banner}\n\n${astToString(nodes).replace(COMMENT_HEADER, '')}`;
}

/** A reference with `nullable` beside it as a composition: of a bare one the library takes nothing else. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (!isRecord(value)) return value;
  const { $ref, nullable, ...rest } = value;
  if (typeof $ref === 'string' && nullable === true) return { ...rest, nullable, allOf: [{ $ref }] };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNulls(part)]));
}
