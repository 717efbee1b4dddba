import { JSONPathError, query } from 'json-p3';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { FactOrigin, FactOrigins } from '../facts/read-facts.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';

/** Keys of facts and words, whose origins are kept. */
const told: ReadonlySet<string | number> = new Set(['x-mcp', 'summary', 'description']);

/** An overlay read from a file: its place, for messages, and its content. */
export interface OverlayFile {
  readonly file: string;
  readonly content: unknown;
}

/**
 * Applies OpenAPI Overlay 1.0 documents in their order and returns the new document; the given one stays as it is.
 * An action whose target matches nothing is a problem that names it, as is a file that is no overlay. A file that says
 * in `x-api-version` that it was written for another version is applied as far as it goes, and one line tells how far.
 */
export function applyOverlays(
  document: Json,
  overlays: readonly OverlayFile[],
): { document: Json; origins: FactOrigins; diagnostics: Diagnostic[] } {
  // A value that YAML aliases put in two places becomes two, so that an action changes the one that it targets.
  const result: Json = JSON.parse(JSON.stringify(document));
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, FactOrigin>();
  const version = isRecord(document.info) ? document.info.version : undefined;
  for (const { file, content } of overlays) {
    if (!isRecord(content) || content.overlay !== '1.0.0' || !Array.isArray(content.actions)) {
      diagnostics.push(diagnostic('OVERLAY_INVALID', 'not an Overlay 1.0.0 document with actions', file));
      continue;
    }
    const { actions, 'x-api-version': written = version } = content;
    let absent = 0;
    actions.forEach((action: unknown, index) => {
      const source = `${file}#/actions/${index}`;
      const note = (path: readonly (string | number)[]): void => {
        if (path.some((key) => told.has(key)))
          origins.set(pointerTo(path), { action: source, isForeign: written !== version });
      };
      const problem = applyAction(result, action, note);
      if (problem?.code === 'OVERLAY_TARGET_MISSING' && written !== version) absent += 1;
      else if (problem) diagnostics.push(diagnostic(problem.code, problem.message, source));
    });
    if (absent > 0)
      diagnostics.push(
        diagnostic(
          'OVERLAY_TARGET_ABSENT',
          `${absent} of ${actions.length} actions, written for version ${written}, match nothing in ${version}`,
          file,
        ),
      );
  }
  return { document: result, origins, diagnostics };
}

type Path = readonly (string | number)[];

type Problem = { code: 'OVERLAY_INVALID' | 'OVERLAY_TARGET_MISSING' | 'OVERLAY_UPDATE_MISFIT'; message: string };

function applyAction(document: Json, action: unknown, note: (path: Path) => void): Problem | undefined {
  if (!isRecord(action) || typeof action.target !== 'string')
    return { code: 'OVERLAY_INVALID', message: 'an action needs a target' };
  const { target } = action;
  if (action.update === undefined && action.remove !== true)
    return { code: 'OVERLAY_INVALID', message: `the action on ${target} has neither update nor remove` };
  let nodes: { value: unknown; location: readonly (string | number)[] }[];
  try {
    // The document is JSON by construction; the library's type for it is not exported.
    nodes = query(target, document as Parameters<typeof query>[1]).nodes.map(({ value, location }) => ({
      value,
      location,
    }));
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return { code: 'OVERLAY_INVALID', message: `the target ${target} is no JSONPath: ${error.message}` };
  }
  if (nodes.length === 0) return { code: 'OVERLAY_TARGET_MISSING', message: `the target ${target} matches nothing` };
  if (action.remove === true) {
    // From the back, so that the places in one list stay true.
    for (const { location } of nodes.toReversed()) remove(document, location);
    return undefined;
  }
  for (const { value, location } of nodes) {
    if (Array.isArray(value)) value.push(structuredClone(action.update));
    else if (isRecord(value) && isRecord(action.update)) {
      merge(value, action.update);
      noteAll(action.update, location, note);
    } else
      return {
        code: 'OVERLAY_UPDATE_MISFIT',
        message: `the target ${target} is no object or list that the update fits`,
      };
  }
  return undefined;
}

/** Every key of an update, with the path that it has in the document now. */
function noteAll(update: Json, location: Path, note: (path: Path) => void): void {
  for (const [key, value] of Object.entries(update)) {
    note([...location, key]);
    if (isRecord(value)) noteAll(value, [...location, key], note);
  }
}

function remove(document: Json, location: readonly (string | number)[]): void {
  let parent: unknown = document;
  for (const key of location.slice(0, -1))
    parent = Array.isArray(parent) ? parent[Number(key)] : isRecord(parent) ? parent[key] : undefined;
  const last = location.at(-1);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isRecord(parent) && last !== undefined) delete parent[last];
}

/** Objects are merged, lists are joined, anything else is replaced. */
function merge(target: Json, update: Json): void {
  for (const [key, value] of Object.entries(update)) {
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isRecord(known) && isRecord(value)) merge(known, value);
    else if (Array.isArray(known) && Array.isArray(value)) known.push(...structuredClone(value));
    else
      Object.defineProperty(target, key, {
        value: structuredClone(value),
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
}
