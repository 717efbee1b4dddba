import type { PlannedModule } from '../plan/plan.ts';

/** Files that are checked together, and how many tools are in none of them. */
export interface CheckedFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly left: number;
}

/**
 * The files whose types are checked: all, or of an API that is larger than so many characters, those of modules from its whole
 * breadth that come to so many. A fault of the generator shows in one tool of its kind as well as in a thousand.
 */
export function checkedFiles(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
  most: number,
): CheckedFiles {
  const sizes = modules.map((module) => namesOf(module).reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= most) return { files, left: 0 };
  const taken = new Set<PlannedModule>();
  const step = Math.ceil(total / most);
  let room = most;
  for (let first = 0; first < step; first += 1)
    for (let at = first; at < modules.length; at += step) {
      const [module, size = 0] = [modules[at], sizes[at]];
      if (module === undefined || size > room) continue;
      taken.add(module);
      room -= size;
    }
  const others = modules.filter((module) => !taken.has(module));
  // The barrel and the map of modules name every module.
  const absent = new Set(['index.ts', 'modules.ts', ...others.flatMap(namesOf)]);
  return {
    files: new Map([...files].filter(([name]) => !absent.has(name))),
    left: others.reduce((sum, { tools }) => sum + tools.length, 0),
  };
}

function namesOf({ name }: PlannedModule): string[] {
  return [`tools/${name}.ts`, `inputs/${name}.ts`];
}
