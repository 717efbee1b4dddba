import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import { valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { COMPONENTS, type Kind } from './grammar.ts';
import { mapParts, type Part } from './map-parts.ts';
import { sendable } from './mend-parameter.ts';
import { reports, shown } from './mending.ts';

/** References within each other, from one to what is meant in the end. */
const MOST_HOPS = 8;

/**
 * A description of one file with an open value in place of each reference that leads nowhere, and one warning for each target
 * that is missing, at the first place that points to it.
 */
export function openReferences(document: Json): { document: Json; diagnostics: readonly Diagnostic[] } {
  const { report, diagnostics } = reports();
  const known = new Map<string, boolean>();
  const visit = ({ value, kind, pointer }: Part): unknown => {
    if (!isRecord(value)) return value;
    const { $ref } = value;
    if (typeof $ref !== 'string' || COMPONENTS[kind] === undefined) return mapParts(value, { kind, pointer }, visit);
    const isThere = known.get(`${kind} ${$ref}`) ?? leadsTo(document, $ref, kind);
    if (isThere) {
      known.set(`${kind} ${$ref}`, true);
      return mapParts(value, { kind, pointer }, visit);
    }
    if (!known.has(`${kind} ${$ref}`))
      report(
        `${pointer}/$ref`,
        `${shown($ref)} leads nowhere: ${outcomes[kind] ?? 'any value is accepted'}`,
        'REFERENCE_DANGLING',
      );
    known.set(`${kind} ${$ref}`, false);
    const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$ref'));
    return opened(kind, mapParts(rest, { kind, pointer }, visit));
  };
  const opening = mapParts(document, { kind: 'document', pointer: '' }, visit);
  return { document: opening, diagnostics: diagnostics() };
}

const outcomes: Readonly<Partial<Record<Kind, string>>> = {
  parameter: 'the parameter is left out',
  header: 'the header is left out',
  securityScheme: 'the scheme is left out',
  response: 'nothing is known of what comes',
};

/** Whether a reference ends in something of its kind. Schemas that lead to each other in a circle are looked at elsewhere. */
function leadsTo(document: Json, ref: string, kind: Kind): boolean {
  // The document as a whole is none of its parts.
  if (ref === '' || ref === '#') return false;
  if (kind === 'schema') {
    const target = valueAt(document, ref);
    return isRecord(target) || typeof target === 'boolean';
  }
  let target: unknown = { $ref: ref };
  for (let hops = 0; isRecord(target) && typeof target.$ref === 'string'; hops += 1) {
    if (hops === MOST_HOPS) return false;
    target = valueAt(document, target.$ref);
  }
  return isRecord(target) && (kind !== 'parameter' || sendable(target, kind, '', () => {}) !== undefined);
}

/** What stands in place of a reference that leads nowhere; undefined where nothing can. */
export function opened(kind: Kind, rest: Json): Json | undefined {
  switch (kind) {
    case 'schema':
    case 'mediaType':
      return rest;
    case 'response':
    case 'swaggerResponse':
      return { description: '', ...rest };
    case 'requestBody':
      return { content: { 'application/json': { schema: {} } }, ...rest };
    default:
      return undefined;
  }
}
