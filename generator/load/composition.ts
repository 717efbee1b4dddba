import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';

/** Schemas within each other by `$ref`, `allOf`, `oneOf` and `anyOf` alone; no description in use has a tenth of it. */
const DEEPEST = 100;

/** Ways from a schema through these, which is what it takes to write them all out. */
const MOST_WAYS = 10_000;

/** Finds schemas of `components` that are made of too many others, or of themselves: writing them out would not end. */
export function lintComposition(document: Json): Diagnostic[] {
  const lookup = lookupIn(document);
  const known = new Map<Json, Composed>();
  const components = isRecord(document.components) ? document.components : {};
  const schemas = isRecord(components.schemas) ? components.schemas : {};
  return Object.entries(schemas)
    .flatMap(([name, schema]) => {
      if (!isRecord(schema)) return [];
      const { height, ways } = compose(schema, { lookup, known, open: new Set() });
      if (height <= DEEPEST && ways <= MOST_WAYS) return [];
      const what =
        height > DEEPEST
          ? `of more than ${DEEPEST} schemas within each other, or of itself`
          : `in more than ${MOST_WAYS} ways`;
      return [diagnostic('SCHEMA_TOO_DEEP', `the schema ${name} is made of others ${what}`, '/components/schemas')];
    })
    .slice(0, 10);
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
}

function compose(schema: Json, context: Composing): Composed {
  const { lookup, known, open } = context;
  const before = known.get(schema);
  if (before) return before;
  if (open.has(schema) || open.size > DEEPEST) return { height: Number.POSITIVE_INFINITY, ways: 1 };
  open.add(schema);
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : undefined;
  const parts = [
    target,
    ...[schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : [])),
  ];
  let [height, ways] = [0, 0];
  for (const part of parts) {
    if (!isRecord(part)) continue;
    const inner = compose(part, context);
    height = Math.max(height, inner.height + 1);
    ways += inner.ways;
  }
  open.delete(schema);
  const composed = { height, ways: Math.max(ways, 1) };
  known.set(schema, composed);
  return composed;
}
