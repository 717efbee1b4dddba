import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import type { Json } from '../json/json-schema.ts';
import { hoistReferences } from './hoist.ts';
import { banner } from './templates.ts';

/** The static types of everything on the wire, by openapi-typescript; objects without declared properties are open. */
export async function emitTypes(document: Json): Promise<string> {
  // The library types its input by the letter of OpenAPI 3.1; it reads 3.0 as well.
  const nodes = await openapiTS(hoistReferences(document) as never, {
    emptyObjectsUnknown: true,
    alphabetize: false,
    silent: true,
  });
  return `// ${banner}\n\n${astToString(nodes).replace(COMMENT_HEADER, '')}`;
}
