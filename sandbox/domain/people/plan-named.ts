import { type Company, companies } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The plan of this name, which comes to be when a company first has it. */
export function planNamed(workspace: Workspace, name: string): NonNullable<Company['plan']> {
  const known = companies(workspace).find(({ plan }) => plan?.name === name)?.plan;
  return known ? { ...known } : { id: workspace.nextId('plans', 3101), name };
}
