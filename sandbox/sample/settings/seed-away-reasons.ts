import { awayReasons } from '../../model/settings.ts';
import type { Workspace } from '../../store/workspace.ts';

const REASONS: readonly (readonly [emoji: string, label: string, deleted?: true])[] = [
  ['\u{1F96A}', 'Lunch'],
  ['\u{2615}', 'Short break'],
  ['\u{1F4C5}', 'In a meeting'],
  ['\u{1F334}', 'On holiday'],
  ['\u{1F912}', 'Off sick'],
  ['\u{1F393}', 'Training', true],
];

/** Puts the reasons for being away into a workspace. */
export function seedAwayReasons(workspace: Workspace): void {
  for (const [index, [emoji, label, deleted = false]] of REASONS.entries()) {
    const created_at = workspace.start - 400 * 86_400;
    const id = workspace.nextId('away_status_reasons', 2301);
    awayReasons(workspace).put({ id, label, emoji, order: index, deleted, created_at, updated_at: created_at });
  }
}
