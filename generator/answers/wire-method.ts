import type { HttpMethod } from '../../runtime/tool/tool.ts';

/** The key of a method in the static types: openapi-typescript writes none for QUERY, so that TRACE, which no tool has, stands for it. */
export function wireMethod(method: HttpMethod): string {
  return method === 'QUERY' ? 'trace' : method.toLowerCase();
}
