import { byCodeUnit } from '../json/stable-json.ts';
import type { Change, Label } from './change.ts';

/** Changes that several tools share, and the tools. */
interface SharedChanges {
  readonly tools: readonly string[];
  readonly changes: readonly Change[];
}

/** The changes of one label: tools that are new or gone, of single tools by tool, of several tools by what they share, and of no tool. */
export interface ChangeGroups {
  readonly count: number;
  readonly whole: readonly Change[];
  readonly byTool: readonly (readonly [tool: string, changes: readonly Change[]])[];
  readonly shared: readonly SharedChanges[];
  readonly general: readonly Change[];
}

/** The changes of one label as a reader wants them: what a shared schema does to many tools stands once. */
export function groupChanges(changes: readonly Change[], label: Label): ChangeGroups {
  const own = changes.filter((change) => change.label === label);
  const same = Map.groupBy(
    own.filter((change) => change.tool !== undefined && !isWhole(change)),
    ({ kind, message, pointer }) => JSON.stringify([kind, message, pointer]),
  );
  const byTools = Map.groupBy(same.values(), (alike) => JSON.stringify(alike.map(({ tool }) => tool)));
  const groups = [...byTools.values()].map((alike) => ({
    tools: (alike[0] ?? []).map(({ tool = '' }) => tool),
    changes: alike.flatMap(([first]) => first ?? []),
  }));
  const [single, shared] = [true, false].map((isSingle) => groups.filter(({ tools }) => tools.length < 2 === isSingle));
  return {
    count: own.length,
    whole: own.filter(isWhole),
    byTool: (single ?? [])
      .map(({ tools, changes: ofTool }) => [tools[0] ?? '', ofTool] as const)
      .sort(([a], [b]) => byCodeUnit(a, b)),
    shared: (shared ?? []).sort(
      (a, b) => b.tools.length - a.tools.length || byCodeUnit(a.tools.join(), b.tools.join()),
    ),
    general: own.filter(({ tool }) => tool === undefined),
  };
}

function isWhole({ kind }: Change): boolean {
  return kind === 'tool added' || kind === 'tool removed';
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
