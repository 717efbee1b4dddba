import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Methods of OpenAPI that say something of an address, and nothing of what is there. */
const others = ['options', 'trace'];

/** Methods of tools whose requests have no body. */
export const BODILESS: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD']);

/** The operations of a path that are no tools for their method. */
export function methodsLeftOut(item: Json, path: string): Diagnostic[] {
  const more = isRecord(item.additionalOperations) ? item.additionalOperations : {};
  const left = [
    ...others.filter((method) => isRecord(item[method])).map((method) => [method]),
    ...Object.keys(more).map((method) => ['additionalOperations', method]),
  ].map((keys) => {
    const method = keys.at(-1)?.toUpperCase();
    return diagnostic('METHOD_LEFT_OUT', `${method} ${path} is no tool`, pointerTo(['paths', path, ...keys]));
  });
  if (!isRecord(item.head) || !isRecord(item.get)) return left;
  const message = `HEAD ${path} is no tool: the GET of the same path tells the same and more`;
  return [...left, diagnostic('METHOD_LEFT_OUT', message, pointerTo(['paths', path, 'head']))];
}

/** Whether an operation can be called though its method takes no body; tells what is left out. */
export function canBeSent(
  method: HttpMethod,
  requestBody: unknown,
  { lookup, pointer, diagnostics }: { lookup: Lookup; pointer: string; diagnostics: Diagnostic[] },
): boolean {
  if (!BODILESS.has(method) || !isRecord(requestBody)) return true;
  const body = typeof requestBody.$ref === 'string' ? lookup(requestBody.$ref) : requestBody;
  if (!body || !isRecord(body.content) || Object.keys(body.content).length === 0) return true;
  const isNeeded = body.required === true;
  const message = isNeeded
    ? `a ${method} with a body, which it needs, is no tool`
    : `the body of a ${method} is not sent`;
  diagnostics.push(diagnostic('BODY_LEFT_OUT', message, `${pointer}/requestBody`));
  return !isNeeded;
}
