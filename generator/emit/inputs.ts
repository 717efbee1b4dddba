import { inputTypes } from '../inputs/input-types.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { template } from './templates.ts';

/** The file of what a module's tools take, before formatting. */
export function emitInputs(module: PlannedModule, { runtime }: { runtime: string }): string {
  const { text, imports } = inputTypes(module);
  return template('inputs.ts.hbs')({ runtime, imports: imports.join(', '), text });
}
