import { byCodeUnit } from '../json/stable-json.ts';
import type { Change, Label } from './change.ts';

/** One change that several tools share, and the tools. */
interface SharedChange {
  readonly change: Change;
  readonly tools: readonly string[];
}

/** The changes of one label: of single tools by tool, of several tools by what they share, and of no tool. */
export interface ChangeGroups {
  readonly count: number;
  readonly byTool: readonly (readonly [tool: string, changes: readonly Change[]])[];
  readonly shared: readonly SharedChange[];
  readonly general: readonly Change[];
}

/** The changes of one label as a reader wants them: what a shared schema does to many tools stands once. */
export function groupChanges(changes: readonly Change[], label: Label): ChangeGroups {
  const own = changes.filter((change) => change.label === label);
  const same = Map.groupBy(
    own.filter(({ tool }) => tool !== undefined),
    ({ kind, message, pointer }) => JSON.stringify([kind, message, pointer]),
  );
  const byTool = new Map<string, Change[]>();
  const shared: SharedChange[] = [];
  for (const [first, ...others] of same.values()) {
    if (first === undefined) continue;
    const { tool = '' } = first;
    if (others.length === 0) byTool.set(tool, [...(byTool.get(tool) ?? []), first]);
    else shared.push({ change: first, tools: [first, ...others].map((change) => change.tool ?? '') });
  }
  return {
    count: own.length,
    byTool: [...byTool].sort(([a], [b]) => byCodeUnit(a, b)),
    shared: shared.sort((a, b) => b.tools.length - a.tools.length || byCodeUnit(a.change.message, b.change.message)),
    general: own.filter(({ tool }) => tool === undefined),
  };
}

/** What to do about changes, each advice once with the kinds that it is for. */
export function adviceOn(
  changes: readonly Change[],
): readonly { readonly kinds: readonly string[]; readonly help: string }[] {
  const byHelp = Map.groupBy(
    changes.filter(({ help }) => help !== ''),
    ({ help }) => help,
  );
  return [...byHelp].map(([help, same]) => ({ kinds: [...new Set(same.map(({ kind }) => kind))], help }));
}
