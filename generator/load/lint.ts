import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { httpMethods } from '../facts/tool-facts.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import { lintComposition } from './composition.ts';

const methods = new Set(Object.values(httpMethods).map((method) => method.toLowerCase()));

/**
 * What has to be right in a description before tools can be made of it. swagger-parser checks nothing of this for
 * OpenAPI 3: references that lead nowhere, no operations at all, operationIds that stand twice.
 */
export function lint(document: Json): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const lookup = lookupIn(document);
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) visit(part, `${pointer}/${index}`);
    } else if (isRecord(value)) {
      if (typeof value.$ref === 'string' && !lookup(value.$ref))
        diagnostics.push(diagnostic('REFERENCE_DANGLING', `${value.$ref} leads nowhere`, pointer));
      for (const [key, part] of Object.entries(value)) visit(part, pointer + pointerTo([key]));
    }
  };
  visit({ paths: document.paths, components: document.components }, '');
  const operations = Object.entries(isRecord(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    Object.entries(isRecord(item) ? item : {}).flatMap(([method, operation]) =>
      methods.has(method) && isRecord(operation) ? [{ path, method, operation }] : [],
    ),
  );
  if (operations.length === 0)
    diagnostics.push(diagnostic('NO_OPERATIONS', 'there is no operation to make a tool of', '/paths'));
  const seen = new Map<string, string>();
  for (const { path, method, operation } of operations) {
    const label = `${method.toUpperCase()} ${path}`;
    const { operationId } = operation;
    if (typeof operationId !== 'string' || operationId === '') continue;
    const other = seen.get(operationId);
    if (other)
      diagnostics.push(
        diagnostic('OPERATION_ID_TWICE', `${operationId} is the operationId of ${other} and of ${label}`),
      );
    seen.set(operationId, label);
  }
  return [...diagnostics, ...lintComposition(document)];
}
