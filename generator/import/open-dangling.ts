import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isArray, type Json, type JsonObject, mapValues } from '../json/json.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord } from '../json/json-schema.ts';
import type { ParsedText } from '../source/parse-text.ts';
import { references } from './references.ts';

/**
 * The document with an open value in place of each reference that leads nowhere, and one warning for each missing target,
 * at the first place that points to it. A schema is open, a response and a body may hold anything; a parameter, of which not
 * even the name is known, is left out.
 */
export function openDangling(
  document: JsonObject,
  locate: ParsedText['locate'],
): { document: JsonObject; diagnostics: readonly Diagnostic[] } {
  const firstPath = new Map<string, readonly string[]>();
  for (const { ref, path } of references(document, [])) if (!firstPath.has(ref)) firstPath.set(ref, path);
  const missing = [...firstPath].filter(([ref]) => valueAt(document, ref) === undefined);
  if (missing.length === 0) return { document, diagnostics: [] };
  const targets = new Set(missing.map(([ref]) => ref));
  return {
    document: mapValues(document, (value, key) => open(value, { targets, path: [key] })),
    diagnostics: missing.map(([ref, path]) =>
      diagnostic('SOURCE_DANGLING_REF', `${locate(path)}: ${ref} leads nowhere`, pointerTo(path)),
    ),
  };
}

interface Opening {
  readonly targets: ReadonlySet<string>;
  /** The keys that lead to the value. */
  readonly path: readonly string[];
}

function open(value: Json, { targets, path }: Opening): Json {
  const isDangling = (part: Json): boolean => isRecord(part) && typeof part.$ref === 'string' && targets.has(part.$ref);
  const inside = (part: Json, key: string): Json => open(part, { targets, path: [...path, key] });
  if (isArray(value)) {
    const kept = path.at(-1) === 'parameters' ? value.filter((part) => !isDangling(part)) : value;
    return kept.map((part, index) => inside(part, String(index)));
  }
  if (!isRecord(value)) return value;
  if (!isDangling(value)) return mapValues(value, inside);
  const { $ref: _, ...rest } = mapValues(value, inside);
  return path.at(-1) === 'requestBody' ? { content: { 'application/json': { schema: {} } }, ...rest } : rest;
}
