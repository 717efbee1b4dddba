import type { PlannedTools } from './plan-tools.ts';

/** The tools of an API without those of some operations, by their pointers. */
export function withoutTools(planned: PlannedTools, left: ReadonlySet<string>): PlannedTools {
  if (left.size === 0) return planned;
  const modules = planned.modules
    .map((module) => ({ ...module, tools: module.tools.filter(({ pointer }) => !left.has(pointer)) }))
    .filter(({ tools }) => tools.length > 0);
  const names = new Set(modules.flatMap(({ tools }) => tools.map((tool) => tool.names.tool)));
  const operations = planned.api.operations.filter(({ pointer }) => !left.has(pointer));
  return {
    ...planned,
    modules,
    catalog: planned.catalog.filter(({ name }) => names.has(name)),
    api: { ...planned.api, operations },
  };
}
