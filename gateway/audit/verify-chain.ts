import type { AuditEntry, AuditLink } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';

/** Something that is wrong with the chain, and where. */
interface ChainProblem {
  readonly seq: number;
  readonly says: string;
}

/** What the chain of an audit log is found to be. */
export interface ChainReport {
  /** Entries in the chain, and from before there was one. */
  readonly entries: number;
  readonly unchained: number;
  /** The place and the hash of its end: note them elsewhere, and a log that was turned back to an earlier end is found out. */
  readonly last: { readonly seq: number; readonly hash: string };
  /** The first problems, and how many there are. */
  readonly problems: readonly ChainProblem[];
  readonly count: number;
  /** Writes whose outcome is not known, newest first; at most a hundred. */
  readonly unfinished: readonly AuditEntry[];
}

/** Entries that are read at once. */
const PART = 5000;

/** Problems that are told. */
const TOLD = 20;

/**
 * Follows the chain of the audit log from its first entry to its last: finds entries that were changed, removed, added or
 * put elsewhere by somebody without the gateway's keys. `onProgress` is told how many were looked at.
 */
export async function verifyChain(
  { audit }: Pick<Store, 'audit'>,
  link: AuditLink,
  onProgress: (entries: number) => void = () => {},
): Promise<ChainReport> {
  const { first, last } = await audit.ends();
  const problems: ChainProblem[] = [];
  let count = 0;
  const found = (seq: number, says: string): void => {
    count += 1;
    if (problems.length < TOLD) problems.push({ seq, says });
  };
  let { seq, hash } = first;
  let entries = 0;
  for (;;) {
    const part = await audit.chained(seq, PART);
    for (const { seq: place, hash: stored, ...entry } of part) {
      if (place === null || stored === null) continue;
      // What others write meanwhile is looked at the next time.
      if (place > last.seq) break;
      if (place !== seq + 1) found(seq + 1, `${place - seq - 1} entries are missing`);
      else if (link(hash, place, entry) !== stored) found(place, `the entry ${entry.id} is not as it was written`);
      ({ seq, hash } = { seq: place, hash: stored });
      entries += 1;
    }
    onProgress(entries);
    if (part.length < PART || seq >= last.seq) break;
  }
  if (seq < last.seq) found(seq + 1, `the last ${last.seq - seq} entries are missing`);
  else if (seq === last.seq && hash !== last.hash) found(seq, 'the end of the chain is not as it was written');
  const unfinished = await audit.unfinished(100);
  return { entries, unchained: await audit.countUnchained(), last, problems, count, unfinished };
}
