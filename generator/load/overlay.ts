import { JSONPathError, query } from 'json-p3';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { FactOrigin, FactOrigins } from '../facts/read-facts.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { pathsOfTarget, withNames } from './overlay-target.ts';
import { plainNames, type TargetName } from './plain-target.ts';

/** Keys of facts and words, whose origins are kept. */
const told: ReadonlySet<string | number> = new Set(['x-mcp', 'summary', 'description']);

/** An overlay read from a file: its place, for messages, and its content. */
export interface OverlayFile {
  readonly file: string;
  readonly content: unknown;
}

/** An action whose target matches nothing, or nothing in one of the paths that it names. */
export interface AbsentTarget extends FactOrigin {
  readonly target: string;
}

/** A document after its overlays. */
export interface Overlaid {
  readonly document: Json;
  readonly origins: FactOrigins;
  /** Also those of files for another version, of which the diagnostics tell only how many. */
  readonly absent: readonly AbsentTarget[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Applies OpenAPI Overlay 1.0 documents in their order and returns the new document; the given one stays as it is.
 * An action whose target matches nothing is a problem that names it, as is a file that is no overlay. A file that says
 * in `x-api-version` that it was written for another version is applied as far as it goes, and one line tells how far.
 * `aliases` are paths that the document spells otherwise.
 */
export function applyOverlays(
  document: Json,
  overlays: readonly OverlayFile[],
  { aliases = new Map() }: { aliases?: ReadonlyMap<string, string> } = {},
): Overlaid {
  // A value that YAML aliases put in two places becomes two, so that an action changes the one that it targets.
  const result: Json = JSON.parse(JSON.stringify(document));
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, FactOrigin>();
  const absent: AbsentTarget[] = [];
  const version = isRecord(document.info) ? document.info.version : undefined;
  for (const { file, content } of overlays) {
    if (!isRecord(content) || content.overlay !== '1.0.0' || !Array.isArray(content.actions)) {
      diagnostics.push(diagnostic('OVERLAY_INVALID', 'not an Overlay 1.0.0 document with actions', file));
      continue;
    }
    const { actions, 'x-api-version': written = version } = content;
    const isForeign = written !== version;
    let count = 0;
    actions.forEach((action: unknown, index) => {
      const origin = { action: `${file}#/actions/${index}`, isForeign };
      const note = (path: Path): void => {
        if (path.some((key) => told.has(key))) origins.set(pointerTo(path), origin);
      };
      const problem = applyAction(result, action, { note, aliases });
      if (problem?.code === 'OVERLAY_TARGET_MISSING') absent.push({ ...origin, target: problem.target });
      if (problem?.code === 'OVERLAY_TARGET_MISSING' && isForeign) count += 1;
      else if (problem) diagnostics.push(diagnostic(problem.code, problem.message, origin.action));
    });
    if (count > 0)
      diagnostics.push(
        diagnostic(
          'OVERLAY_TARGET_ABSENT',
          `${count} of ${actions.length} actions, written for version ${written}, match nothing in ${version}`,
          file,
        ),
      );
  }
  return { document: result, origins, absent, diagnostics };
}

type Path = readonly (string | number)[];

type Problem =
  | { code: 'OVERLAY_INVALID' | 'OVERLAY_UPDATE_MISFIT'; message: string }
  | { code: 'OVERLAY_TARGET_MISSING'; message: string; target: string };

interface Applying {
  /** Told each place that an update wrote to. */
  readonly note: (path: Path) => void;
  readonly aliases: ReadonlyMap<string, string>;
}

function applyAction(document: Json, action: unknown, { note, aliases }: Applying): Problem | undefined {
  if (!isRecord(action) || typeof action.target !== 'string')
    return { code: 'OVERLAY_INVALID', message: 'an action needs a target' };
  const { target } = action;
  if (action.update === undefined && action.remove !== true)
    return { code: 'OVERLAY_INVALID', message: `the action on ${target} has neither update nor remove` };
  let nodes: Node[];
  try {
    nodes = nodesAt(withAliases(target, aliases), document);
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return { code: 'OVERLAY_INVALID', message: `the target ${target} is no JSONPath: ${error.message}` };
  }
  const missing: Problem = {
    code: 'OVERLAY_TARGET_MISSING',
    message: `the target ${target} matches nothing${nodes.length === 0 ? '' : ` in ${missed(target, nodes, aliases)}`}`,
    target,
  };
  if (nodes.length === 0) return missing;
  const problem = applyTo(nodes, { document, action, target, note });
  return problem ?? (missed(target, nodes, aliases) === '' ? undefined : missing);
}

interface Node {
  readonly value: unknown;
  readonly location: Path;
}

/** What a JSONPath matches, each place once. */
function nodesAt(target: string, document: Json): Node[] {
  const plain = plainNames(target);
  if (plain !== undefined) return nodeOf(plain, document);
  // The document is JSON by construction; the library's type for it is not exported.
  const { nodes } = query(target, document as Parameters<typeof query>[1]);
  return [...new Map(nodes.map(({ value, location }) => [pointerTo(location), { value, location }])).values()];
}

/** Where names lead to, one after the other; nowhere where one of them is no key. */
function nodeOf(names: readonly TargetName[], document: Json): Node[] {
  let value: unknown = document;
  for (const { name } of names) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return [];
    value = value[name];
  }
  return [{ value, location: names.map(({ name }) => name) }];
}

/** The target with the document's own spelling of paths that it spells otherwise. */
function withAliases(target: string, aliases: ReadonlyMap<string, string>): string {
  if (aliases.size === 0) return target;
  const replacements = new Map<TargetName, string>();
  for (const path of pathsOfTarget(target)?.paths ?? []) {
    const alias = aliases.get(path.name);
    if (alias !== undefined) replacements.set(path, alias);
  }
  return withNames(target, replacements);
}

/** The paths of a target, and the operations that it names of them, in which it matches nothing; empty where there is none. */
function missed(target: string, nodes: readonly Node[], aliases: ReadonlyMap<string, string>): string {
  const { paths = [], keys = [] } = pathsOfTarget(target) ?? {};
  if (paths.length < 2 && keys.length < 2) return '';
  const found = (at: number): Set<unknown> => new Set(nodes.map(({ location }) => location[at]));
  const [inPaths, inKeys] = [found(1), found(2)];
  return [
    ...paths.filter(({ name }) => !inPaths.has(aliases.get(name) ?? name)),
    ...keys.filter(({ name }) => nodes.some(({ location }) => location.length > 2) && !inKeys.has(name)),
  ]
    .map(({ name }) => name)
    .join(', ');
}

function applyTo(
  nodes: readonly Node[],
  { document, action, target, note }: { document: Json; action: Json; target: string; note: Applying['note'] },
): Problem | undefined {
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
