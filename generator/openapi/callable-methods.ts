import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { httpMethods } from '../facts/tool-facts.ts';
import { isRecord, type Json } from '../json/json-schema.ts';

/** The methods of a path whose operations become tools: a HEAD beside a GET says nothing that the GET does not. */
export function callableMethods(item: Json): HttpMethod[] {
  return Object.values(httpMethods).filter(
    (method) => isRecord(item[method.toLowerCase()]) && !(method === 'HEAD' && isRecord(item.get)),
  );
}
