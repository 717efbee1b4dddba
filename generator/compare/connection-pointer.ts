import type { ConnectionRecord } from '../connection/connection-record.ts';

/** Where a part of a connection stands: in the last of these descriptions that has it. */
export function connectionPointer(place: string, ...records: readonly ConnectionRecord[]): string {
  return (
    records
      .map(({ pointers }) => (Object.hasOwn(pointers, place) ? pointers[place] : undefined))
      .findLast((pointer) => pointer !== undefined) ?? ''
  );
}
