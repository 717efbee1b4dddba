import type { Change, OperationsDocument } from './change.ts';
import { makeChange } from './make-change.ts';
import { listText } from './value-text.ts';

type Groups = OperationsDocument['groups'];

/** What changed in the groups by which servers are filtered; nothing is said where one side does not tell of them. */
export function compareGroups(before: Groups, after: Groups): Change[] {
  if (!before || !after) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((group): Change[] => {
    const old = Object.hasOwn(before, group) ? (before[group] ?? []) : undefined;
    const now = Object.hasOwn(after, group) ? (after[group] ?? []) : undefined;
    const gone = (old ?? []).filter((tag) => !now?.includes(tag));
    const added = (now ?? []).filter((tag) => !old?.includes(tag));
    if (gone.length === 0 && added.length === 0 && old && now) return [];
    const message = !now
      ? `the group ${group} is gone`
      : !old
        ? `the group ${group} is new`
        : [
            ...(gone.length > 0 ? [`no longer has ${listText(gone)}`] : []),
            ...(added.length > 0 ? [`has ${listText(added)} now`] : []),
          ].join(', and ');
    return [
      makeChange({
        kind: 'tags',
        breaks: gone.length > 0 || !now ? ['models'] : [],
        place: `groups.${group}`,
        ...(old && { from: old }),
        ...(now && { to: now }),
        message: old && now ? `the group ${group} ${message}` : message,
        pointer: '',
      }),
    ];
  });
}
