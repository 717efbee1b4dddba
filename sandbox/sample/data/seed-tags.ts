import { tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

const NAMES = [
  ...['billing', 'refund', 'bug', 'feature-request', 'vip', 'onboarding', 'password-reset', 'sso', 'calendar-sync'],
  ...['churn-risk', 'mobile-app', 'integrations', 'beta-tester', 'legal'],
];

/** The tags of the workspace. */
export function seedTags(workspace: Workspace): void {
  for (const name of NAMES) tags(workspace).put({ id: workspace.nextId('tag', 8001), name });
}
