import { type Segment, segments, tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

const DAY = 86_400;

const KINDS: readonly Pick<Segment, 'name' | 'person_type' | 'rule'>[] = [
  { name: 'Active', person_type: 'user', rule: 'active' },
  { name: 'New', person_type: 'user', rule: 'new' },
  { name: 'Slipping away', person_type: 'user', rule: 'slipping_away' },
  { name: 'Enterprise customers', person_type: 'user', rule: 'attribute:subscription_tier' },
  { name: 'New leads', person_type: 'contact', rule: 'new_leads' },
  { name: 'Engaged leads', person_type: 'contact', rule: 'engaged_leads' },
  { name: 'Active companies', person_type: 'company', rule: 'active_companies' },
  { name: 'High monthly spend', person_type: 'company', rule: 'high_spend' },
];

/** The segments of the workspace. */
export function seedSegments(workspace: Workspace): void {
  const beta = tags(workspace).find(({ name }) => name === 'beta-tester');
  const tagged = beta && [{ name: 'Beta testers', person_type: 'user', rule: `tag:${beta.id}` } as const];
  for (const [index, kind] of [...KINDS, ...(tagged ?? [])].entries())
    segments(workspace).put({
      id: workspace.nextHexId('segments'),
      ...kind,
      created_at: workspace.start - (700 - index * 40) * DAY,
      updated_at: workspace.start - (300 - index * 20) * DAY,
    });
}
