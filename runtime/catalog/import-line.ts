import type { CatalogEntry } from './catalog.ts';

/** How a program imports a tool, `moduleOf` being the module of one resource: `import { getTeam } from '…/tools/teams'`. */
export function importLine(
  { name, function: exported = name, module }: Pick<CatalogEntry, 'name' | 'function' | 'module'>,
  moduleOf: (module: string) => string,
): string {
  return `import { ${exported} } from '${moduleOf(module)}'`;
}
