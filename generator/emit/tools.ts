import { outputTypes, type WireUse } from '../answers/output-types.ts';
import type { Answering } from '../answers/type-text.ts';
import { inputNamesOf } from '../inputs/input-types.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { emitInputs } from './inputs.ts';
import { emitModule } from './modules.ts';
import { emitOutputs } from './outputs.ts';

/** How emitted files import the runtime, and what is known of the description's answers. */
export interface EmitToolsOptions extends Pick<Answering, 'lookup' | 'timeKeys'> {
  readonly runtime: string;
  /** Where the runtime's types are to be imported from alone. */
  readonly runtimeTypes?: string | undefined;
}

/** The tools by module, what they take and what they answer: files by name, before formatting; and what of the description their types name. */
export function emitTools(
  modules: readonly PlannedModule[],
  { runtime, runtimeTypes = runtime, ...answering }: EmitToolsOptions,
): { files: Map<string, string>; wire: WireUse } {
  const files = new Map<string, string>();
  const outputs = outputTypes(modules, answering, modules.flatMap(inputNamesOf));
  for (const module of modules) {
    files.set(`tools/${module.name}.ts`, emitModule(module, { runtime, runtimeTypes, outputs }));
    files.set(`inputs/${module.name}.ts`, emitInputs(module, { runtime: runtimeTypes }));
  }
  files.set('types/outputs.ts', emitOutputs(outputs.declarations, { runtime: runtimeTypes }));
  return { files, wire: outputs.wire };
}
