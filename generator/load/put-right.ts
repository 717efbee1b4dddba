import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Json } from '../json/json-schema.ts';
import { mend } from '../openapi/mend.ts';
import { openReferences } from '../openapi/open-references.ts';
import { cutCompositions } from './composition.ts';
import { lint } from './lint.ts';

/**
 * A description of one file, its overlays applied, as every later stage may take it: each value of its kind, each reference with
 * its target, no schema without an end. The diagnostics say what had to be left out or open for that.
 */
export function putRight(document: Json): { document: Json; diagnostics: readonly Diagnostic[] } {
  const mended = mend(document, 'document');
  const closed = openReferences(mended.document);
  const finite = cutCompositions(closed.document);
  return {
    document: finite.document,
    diagnostics: [...mended.diagnostics, ...closed.diagnostics, ...finite.diagnostics, ...lint(finite.document)],
  };
}
