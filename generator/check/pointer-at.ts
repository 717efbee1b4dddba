import { ts } from 'ts-morph';
import type { PlannedModule } from '../plan/plan.ts';

/** The pointer of the tool that a position in an emitted file belongs to: the last whose export begins before it. */
export function pointerAt(
  file: ts.SourceFile,
  position: number,
  name: string,
  modules: readonly PlannedModule[],
): string {
  const tools = modules.find((module) => name === `tools/${module.name}.ts`)?.tools ?? [];
  const pointers = new Map(tools.map(({ names: { identifier }, pointer }) => [identifier, pointer]));
  let found = '';
  for (const statement of file.statements) {
    if (statement.getFullStart() > position || !ts.isVariableStatement(statement)) continue;
    for (const { name } of statement.declarationList.declarations)
      if (ts.isIdentifier(name)) found = pointers.get(name.text) ?? found;
  }
  return found;
}
