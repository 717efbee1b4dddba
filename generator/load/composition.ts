import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { mapParts, type Part } from '../openapi/map-parts.ts';

/** Schemas within each other by `$ref`, `allOf`, `oneOf`, `anyOf` and conditions alone; no description in use has a tenth of it. */
const DEEPEST = 100;

/** Ways from a schema through these, which is what it takes to write them all out. */
const MOST_WAYS = 10_000;

/** Keywords that make a schema of others. */
const COMPOSING = ['$ref', 'allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'];

/**
 * A description whose schemas can be written out: one that is made of too many others, or of itself, is open from there on, and a
 * warning names it. Properties do not count: what stands in them is written out one level at a time.
 */
export function cutCompositions(document: Json): { document: Json; diagnostics: readonly Diagnostic[] } {
  const composing: Composing = { lookup: lookupIn(document), known: new Map(), open: new Set(), cut: new Map() };
  const look = ({ value, kind, pointer }: Part): unknown => {
    if (!isRecord(value)) return value;
    if (kind === 'schema') compose(value, composing);
    return mapParts(value, { kind, pointer }, look);
  };
  look({ value: document, kind: 'document', pointer: '' });
  const { cut } = composing;
  if (cut.size === 0) return { document, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const open = ({ value, kind, pointer }: Part): unknown => {
    if (!isRecord(value)) return value;
    const reason = cut.get(value);
    if (reason === undefined) return mapParts(value, { kind, pointer }, open);
    diagnostics.push(
      diagnostic('SCHEMA_TOO_DEEP', `the schema is made of others ${reason}: it is open from here on`, pointer),
    );
    const own = Object.fromEntries(Object.entries(value).filter(([key]) => !COMPOSING.includes(key)));
    return mapParts(own, { kind, pointer }, open);
  };
  return { document: mapParts(document, { kind: 'document', pointer: '' }, open), diagnostics };
}

/** How a schema is made of others. */
interface Composed {
  readonly height: number;
  readonly ways: number;
}

interface Composing {
  readonly lookup: Lookup;
  readonly known: Map<Json, Composed>;
  /** Schemas that this one stands in. */
  readonly open: Set<Json>;
  /** Schemas that are not to be followed, and why. */
  readonly cut: Map<Json, string>;
}

const ALONE: Composed = { height: 0, ways: 1 };

function compose(schema: Json, composing: Composing): Composed {
  const { lookup, known, open, cut } = composing;
  const before = known.get(schema);
  if (before) return before;
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : undefined;
  const lists = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const dependent: unknown[] = isRecord(schema.dependentSchemas) ? Object.values(schema.dependentSchemas) : [];
  const parts = [target, ...lists, schema.then, schema.else, ...dependent].filter(isRecord);
  if (parts.length === 0) return ALONE;
  const reason = parts.some((part) => part === schema || open.has(part))
    ? 'and of itself'
    : open.size >= DEEPEST
      ? `more than ${DEEPEST} levels deep`
      : undefined;
  if (reason !== undefined) return give(schema, reason);
  open.add(schema);
  const inner = parts.map((part) => compose(part, composing));
  open.delete(schema);
  const height = Math.max(...inner.map((part) => part.height)) + 1;
  const ways = inner.reduce((sum, part) => sum + part.ways, 0);
  if (height > DEEPEST) return give(schema, `more than ${DEEPEST} levels deep`);
  if (ways > MOST_WAYS) return give(schema, `in more than ${MOST_WAYS} ways`);
  const composed = { height, ways };
  known.set(schema, composed);
  return composed;

  function give(one: Json, why: string): Composed {
    cut.set(one, why);
    known.set(one, ALONE);
    return ALONE;
  }
}
