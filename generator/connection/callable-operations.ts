import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { callableMethods } from '../openapi/callable-methods.ts';

/** An operation that becomes a tool, as the description has it, and the path item that it stands in. */
export interface CallableOperation {
  readonly pointer: string;
  readonly raw: Json;
  readonly item: Json;
}

/** All operations that become tools, in the order of the description. */
export function callableOperations(document: Json, lookup: Lookup): CallableOperation[] {
  return Object.entries(isRecord(document.paths) ? document.paths : {}).flatMap(([path, value]) => {
    const item = isRecord(value) && typeof value.$ref === 'string' ? { ...lookup(value.$ref), ...value } : value;
    if (!isRecord(item)) return [];
    return callableMethods(item).flatMap((method) => {
      const raw = item[method.toLowerCase()];
      return isRecord(raw) ? [{ pointer: pointerTo(['paths', path, method.toLowerCase()]), raw, item }] : [];
    });
  });
}
