import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { isRecord } from '../json/json-schema.ts';
import type { OverlayFile } from '../load/overlay.ts';
import { pathKey } from '../normalize/path-parameter.ts';
import { operationTarget } from '../text/operation-target.ts';
import { parametersIn, shapeOf } from '../text/path-shape.ts';
import type { OperationMove, OperationPlace } from './find-operation-moves.ts';
import type { AddedAction } from './rewrite-actions.ts';

/** A tool that keeps its name by an action, and what that is. */
export interface KeptName extends AddedAction {
  readonly tool: string;
}

/**
 * The actions by which the tools of moved operations keep the name and the export that they had: the rule would call them
 * after their new places, and the arguments that stand in them. A name that is another's by now is not kept.
 */
export function keptNames(
  moves: readonly OperationMove[],
  { before, after }: { before: readonly CatalogEntry[]; after: readonly CatalogEntry[] },
): KeptName[] {
  const names = new Set(after.map(({ name }) => name));
  const exported = new Set(after.map((entry) => entry.function));
  return moves.flatMap(({ from, to }): KeptName[] => {
    const [old, now] = [entryAt(before, from), entryAt(after, to)];
    if (old === undefined || now === undefined) return [];
    const rename = keptArguments(old, now);
    const facts = {
      ...(old.name !== now.name && !names.has(old.name) && { name: old.name }),
      ...(old.function !== now.function && !exported.has(old.function) && { export: old.function }),
      ...(Object.keys(rename).length > 0 && { rename }),
    };
    const target = operationTarget(now.path, to.method);
    return Object.keys(facts).length === 0 ? [] : [{ target, facts, tool: old.name }];
  });
}

/** The arguments of a path by their names there, where the rule would call them otherwise than they were called. */
function keptArguments(old: CatalogEntry, now: CatalogEntry): Record<string, string> {
  const [was, is] = [parametersIn(old.path), parametersIn(now.path)];
  if (was.length !== is.length) return {};
  const [known, taken] = [argumentsOf(old), argumentsOf(now)];
  const renamed = is.flatMap((name, at): [string, string][] => {
    const [before, after] = [pathKey(old.path, was[at] ?? name), pathKey(now.path, name)];
    return before !== after && known.has(before) && !taken.has(before) ? [[name, before]] : [];
  });
  return Object.fromEntries(renamed);
}

function argumentsOf({ inputSchema }: CatalogEntry): ReadonlySet<string> {
  return new Set(Object.keys(isRecord(inputSchema.properties) ? inputSchema.properties : {}));
}

function entryAt(catalog: readonly CatalogEntry[], { path, method }: OperationPlace): CatalogEntry | undefined {
  const shape = shapeOf(path);
  return catalog.find((entry) => entry.method === method.toUpperCase() && shapeOf(entry.path) === shape);
}

/** The file that actions on names are added to: that of tools' facts, or else the first that moved. */
export function fileOfNames(overlays: readonly OverlayFile[]): string | undefined {
  return (overlays.find(({ file }) => file === 'tools.yaml') ?? overlays[0])?.file;
}

/** Overlays with the actions that keep names at the end of a file. */
export function withKeptNames(overlays: readonly OverlayFile[], kept: readonly KeptName[]): OverlayFile[] {
  const actions = kept.map(({ target, facts }) => ({ target, update: { 'x-mcp': facts } }));
  return [...overlays, { file: 'kept names', content: { overlay: '1.0.0', actions } }];
}
