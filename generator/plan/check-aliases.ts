import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { NamedOperation } from '../ir/ir.ts';

/** A problem for each name that a tool is said to have had and that leads elsewhere: to another tool, or to two. */
export function checkAliases(operations: readonly NamedOperation[]): Diagnostic[] {
  const toolOf = new Map(operations.map(({ names }) => [names.tool, names.tool]));
  const exportOf = new Map(
    // The type of a tool's arguments stands beside its export.
    operations.flatMap(({ names }) => [names.identifier, `${names.identifier}Input`].map((name) => [name, names.tool])),
  );
  return operations.flatMap(({ names, pointer }) =>
    names.aliases.flatMap(({ tool, identifier }) => {
      const problems: Diagnostic[] = [];
      for (const [name, taken] of [[tool, toolOf] as const, [identifier, exportOf] as const]) {
        if (name === undefined) continue;
        const owner = taken.get(name);
        if (owner !== undefined)
          problems.push(
            diagnostic('ALIAS_TAKEN', `${name}, an alias of ${names.tool}, is a name of ${owner}`, pointer),
          );
        taken.set(name, names.tool);
      }
      return problems;
    }),
  );
}
