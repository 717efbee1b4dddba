import type { Change, Surface } from './change.ts';

/** Every change from one surface to another; without an earlier one, every tool is added. */
export function compareSurfaces(before: Surface | undefined, after: Surface): Change[] {
  const old = new Set(before?.catalog.map(({ name }) => name));
  return after.catalog
    .filter(({ name }) => !old.has(name))
    .map(({ name, method, path }) => ({
      kind: 'tool added',
      label: 'compatible',
      breaks: [],
      tool: name,
      operation: `${method} ${path}`,
      place: '',
      message: 'is new',
      help: '',
      pointer: '',
    }));
}
