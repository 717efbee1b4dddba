import { load, readOverlays } from '../load/load.ts';
import { readSource } from '../source/read-source.ts';
import { type PlannedTools, type PlanOptions, planTools } from './plan-tools.ts';

/** Where a description and its overlays are, and what of them is wanted. */
export interface DescriptionPlace extends PlanOptions {
  /** File or address of an OpenAPI 3 description. */
  readonly spec: string;
  /** Folder of overlays. */
  readonly overlays?: string;
}

/** The tools of a description that is read first, planned and not yet written. Throws {@link DiagnosticError} where a problem is an error. */
export async function planDescription(
  { spec, overlays, ...options }: DescriptionPlace,
  onStage: (stage: string) => void = () => {},
): Promise<PlannedTools> {
  onStage('load');
  const { text } = await readSource(spec);
  const loaded = await load(spec, text, overlays === undefined ? [] : await readOverlays(overlays));
  onStage('plan');
  return planTools(loaded, { ...options, spec });
}
