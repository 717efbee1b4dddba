import type { Todo } from '../compare/change.ts';
import type { Code, Diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord } from '../json/json-schema.ts';
import type { AbsentTarget } from '../load/overlay.ts';
import { pathsOfTarget } from '../load/overlay-target.ts';
import type { Moves } from './find-moves.ts';
import { METHOD_KEYS, type OperationPlace, placeOf } from './find-operation-moves.ts';
import type { KeptName } from './keep-names.ts';
import type { MovedAction } from './move-overlays.ts';
import { flowOf } from './rewrite-actions.ts';
import { type Suggesting, suggestTarget } from './suggest-target.ts';

/** How the overlays fit one description. */
export interface Fit {
  readonly absent: readonly AbsentTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Errors of overlays, and of what they wrote: work for a maintainer, and no reason to tell nothing else. */
export const OVERLAY_CODES: ReadonlySet<Code> = new Set<Code>([
  'OVERLAY_INVALID',
  'OVERLAY_TARGET_MISSING',
  'OVERLAY_UPDATE_MISFIT',
  'OVERLAY_FACT_INVALID',
  'OVERLAY_FACT_UNFOUNDED',
  'REFERENCE_DANGLING',
]);

/** The to-dos of targets that follow what moved. */
export function todosOfMoves(moved: readonly MovedAction[], moves: Moves): Todo[] {
  return moved.map(({ file, index, from, to }) => ({
    action: `${file}#/actions/${index}`,
    message: `${whatMoved(from, moves)}, and the target ${from} follows`,
    suggestion: to,
    certain: true,
  }));
}

/** The to-dos of actions by which tools of moved operations keep their names. */
export function todosOfNames(kept: readonly KeptName[], file: string): Todo[] {
  return kept.map(({ target, facts, tool }) => ({
    message: `${tool} or its arguments would be called otherwise where it is now; an action in ${file} keeps the names`,
    suggestion: `${target} gets x-mcp ${flowOf(facts)}`,
    certain: true,
  }));
}

/**
 * The to-dos of what fits the new description no more: actions whose target is gone, each with the target that stands for it
 * now, and facts that have no ground. What a file for another version did not fit before is none.
 */
export function todosOfMisfits(before: Fit | undefined, after: Fit, suggesting: Suggesting): Todo[] {
  const knew = new Set(before?.absent.map(({ action }) => action));
  const isNew = ({ action, isForeign }: AbsentTarget): boolean =>
    !isForeign || (before !== undefined && !knew.has(action));
  const absent = after.absent.filter(isNew).map((each) => todoOfAbsent(each, suggesting));
  const keyOf = ({ pointer, message }: Diagnostic): string => `${pointer} ${message}`;
  const known = new Set(before?.diagnostics.map(keyOf));
  const facts = after.diagnostics.filter(
    (each) =>
      (OVERLAY_CODES.has(each.code) && each.code !== 'OVERLAY_TARGET_MISSING') ||
      (each.code === 'OVERLAY_FACT_ABSENT' && before !== undefined && !known.has(keyOf(each))),
  );
  return [...absent, ...facts.map(todoOf)];
}

/** A diagnostic as something to do. */
export function todoOf({ pointer, message, help }: Diagnostic): Todo {
  const isAction = pointer.includes('#/actions/');
  return { ...(isAction && { action: pointer }), message: `${message}. ${help}`, certain: false };
}

function todoOfAbsent({ action, target }: AbsentTarget, suggesting: Suggesting): Todo {
  const suggestion = suggestTarget(target, suggesting);
  const gone = suggestion === undefined ? goneOperation(target, suggesting) : undefined;
  const message =
    gone === undefined
      ? `the target ${target} matches nothing${suggestion === undefined ? '; correct it, or delete the action' : ''}`
      : `the operation ${gone} is gone; delete the action`;
  return { action, message, ...(suggestion !== undefined && { suggestion }), certain: false };
}

/** The only operation that a target is about, where the description has it no more. */
function goneOperation(target: string, { before, after }: Suggesting): string | undefined {
  const { paths = [], keys = [] } = pathsOfTarget(target) ?? {};
  const [path, key] = [paths[0]?.name, keys[0]?.name];
  if (paths.length !== 1 || keys.length !== 1 || path === undefined || key === undefined) return undefined;
  if (!METHOD_KEYS.includes(key)) return undefined;
  const place = { path, method: key };
  const isThere = (document: Suggesting['before']): boolean => document === undefined || has(document.paths, place);
  return isThere(before) && !isThere(after) ? `${key.toUpperCase()} ${path}` : undefined;
}

function has(paths: unknown, place: OperationPlace): boolean {
  return Object.entries(isRecord(paths) ? paths : {}).some(
    ([path, item]) =>
      placeOf({ path, method: place.method }) === placeOf(place) && isRecord(item) && place.method in item,
  );
}

function whatMoved(target: string, { operations, schemas }: Moves): string {
  const { paths = [] } = pathsOfTarget(target) ?? {};
  const shapes = new Set(paths.flatMap(({ name }) => METHOD_KEYS.map((method) => placeOf({ path: name, method }))));
  const operation = operations.find(({ from }) => shapes.has(placeOf(from)));
  if (operation !== undefined) {
    const { from, to } = operation;
    return `the operation ${from.method.toUpperCase()} ${from.path} is ${to.method.toUpperCase()} ${to.path} now`;
  }
  const schema = schemas.find(({ from }) => target.includes(from));
  return schema === undefined ? 'it moved' : `the schema ${schema.from} is called ${schema.to} now`;
}
