import type { AuditEntry, AuditLink, ChainEnd, NewAuditEntry } from '../contract/audit.ts';

/** A place in the chain. */
export type ChainPlace = Pick<ChainEnd, 'seq' | 'hash'>;

/** Entries behind a place in the chain, and the place behind them. */
export function linkEntries(
  after: ChainPlace,
  entries: readonly NewAuditEntry[],
  link: AuditLink,
): { readonly linked: AuditEntry[]; readonly end: ChainPlace } {
  let { seq, hash } = after;
  const linked = entries.map((entry) => {
    seq += 1;
    hash = link(hash, seq, entry);
    return { ...entry, seq, hash };
  });
  return { linked, end: { seq, hash } };
}
