import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { callableMethods } from '../openapi/callable-methods.ts';

/** What has to be right in a description before tools can be made of it: that there are operations, and that operationIds stand once. */
export function lint(document: Json): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const operations = Object.entries(isRecord(document.paths) ? document.paths : {}).flatMap(([path, item]) => {
    if (!isRecord(item)) return [];
    const methods = new Set(callableMethods(item).map((method) => method.toLowerCase()));
    return Object.entries(item).flatMap(([method, operation]) =>
      methods.has(method) && isRecord(operation) ? [{ path, method, operation }] : [],
    );
  });
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
        diagnostic(
          'OPERATION_ID_TWICE',
          `${operationId} is the operationId of ${other} and of ${label}`,
          pointerTo(['paths', path, method, 'operationId']),
        ),
      );
    seen.set(operationId, label);
  }
  return diagnostics;
}
