import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Methods of OpenAPI that answer no content, or no client sends, the last one of 3.2. */
const others = ['head', 'options', 'trace', 'query'];

/** The operations of a path that are no tools for their method. */
export function methodsLeftOut(item: Json, path: string): Diagnostic[] {
  const more = isRecord(item.additionalOperations) ? item.additionalOperations : {};
  return [
    ...others.filter((method) => isRecord(item[method])).map((method) => [method]),
    ...Object.keys(more).map((method) => ['additionalOperations', method]),
  ].map((keys) => {
    const method = keys.at(-1)?.toUpperCase();
    return diagnostic('METHOD_LEFT_OUT', `${method} ${path} is no tool`, pointerTo(['paths', path, ...keys]));
  });
}

/** Whether an operation can be called though GET takes no body; tells what is left out. */
export function canBeSent(
  method: string,
  requestBody: unknown,
  { lookup, pointer, diagnostics }: { lookup: Lookup; pointer: string; diagnostics: Diagnostic[] },
): boolean {
  if (method !== 'GET' || !isRecord(requestBody)) return true;
  const body = typeof requestBody.$ref === 'string' ? lookup(requestBody.$ref) : requestBody;
  if (!body || !isRecord(body.content) || Object.keys(body.content).length === 0) return true;
  const isNeeded = body.required === true;
  const message = isNeeded ? 'a GET with a body, which it needs, is no tool' : 'the body of a GET is not sent';
  diagnostics.push(diagnostic('BODY_LEFT_OUT', message, `${pointer}/requestBody`));
  return !isNeeded;
}
