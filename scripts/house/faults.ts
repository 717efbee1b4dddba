import type { Measures } from './measure.ts';
import { stillOpen } from './still-open.ts';

/** Every broken rule of a house in a line that says where, but for those that are known to be open. */
export function faultsOf({ folderCircles, fileCircles, trespasses, longFiles }: Measures, open = stillOpen): string[] {
  const unknown = (members: readonly string[], known: readonly string[]): boolean =>
    members.some((member) => !known.includes(member));
  return [
    ...folderCircles
      .filter((group) => unknown(group, open.folders))
      .map((group) => `Folders import each other in a circle: ${group.join(', ')}`),
    ...fileCircles
      .filter((group) => unknown(group, open.files))
      .map((group) => `Files import each other in a circle: ${group.join(', ')}`),
    ...trespasses
      .filter((trespass) => unknown([trespass], open.trespasses))
      .map((trespass) => `Not allowed by scripts/house/rooms.ts: ${trespass}`),
    ...longFiles.filter((file) => unknown([file], open.longFiles)).map((file) => `Longer than 250 lines: ${file}`),
  ];
}
