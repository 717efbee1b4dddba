import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { mapParts, type Part } from '../openapi/map-parts.ts';

/** What no tool is made of, by its key and the words for one and for several. */
const UNCALLED = {
  webhooks: ['webhook', 'webhooks'],
  callbacks: ['operation with callbacks', 'operations with callbacks'],
  links: ['answer with links', 'answers with links'],
} as const;

/** A description without what an API calls by itself or only tells of: each kind is noted once, with how often it is there. */
export function leaveOut(document: Json): { document: Json; diagnostics: readonly Diagnostic[] } {
  const counts = new Map<keyof typeof UNCALLED, number>();
  const count = (what: keyof typeof UNCALLED, more: number): void => {
    if (more > 0) counts.set(what, (counts.get(what) ?? 0) + more);
  };
  const visit = ({ value, kind, pointer }: Part): unknown => {
    if (!isRecord(value)) return value;
    const kept = without(value, kind);
    // Schemas hold none of it.
    return kind === 'schema' ? kept : mapParts(kept, { kind, pointer }, visit);
  };
  const without = (value: Json, kind: Part['kind']): Json => {
    if (kind === 'document') count('webhooks', sizeOf(value.webhooks));
    if (kind === 'operation' && sizeOf(value.callbacks) > 0) count('callbacks', 1);
    if (kind === 'response' && sizeOf(value.links) > 0) count('links', 1);
    const keys = DROPPED[kind] ?? [];
    if (!keys.some((key) => Object.hasOwn(value, key))) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
  };
  const left = visit({ value: document, kind: 'document', pointer: '' });
  const notes = [...counts].map(([what, number]) =>
    diagnostic(
      'PARTS_LEFT_OUT',
      `${number} ${UNCALLED[what][number === 1 ? 0 : 1]}: no tool is made of ${number === 1 ? 'it' : 'them'}`,
    ),
  );
  return { document: isRecord(left) ? left : document, diagnostics: notes };
}

const DROPPED: Readonly<Partial<Record<Part['kind'], readonly string[]>>> = {
  document: ['webhooks'],
  // Those of paths and media types were written out.
  components: ['callbacks', 'links', 'examples', 'pathItems', 'mediaTypes'],
  operation: ['callbacks'],
  response: ['links'],
};

function sizeOf(value: unknown): number {
  return isRecord(value) ? Object.keys(value).length : 0;
}
