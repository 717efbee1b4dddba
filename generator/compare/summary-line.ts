import type { ChangeReport } from './change.ts';
import { LABELS, RELEASE_WORDS } from './labels.ts';

/** A whole report in one line: versions, how many changes of each label, which release they ask for, what they cost. */
export function summaryLine({ from, to, counts, release, tokens }: ChangeReport): string {
  if (from === undefined) return `Version ${to}: there is nothing to compare with.`;
  const versions = from === to ? `Version ${to}` : `Version ${from} -> ${to}`;
  const found = LABELS.filter((label) => counts[label] > 0).map((label) => `${counts[label]} ${label}`);
  if (found.length === 0) return `${versions}: no tool changed.`;
  return `${versions}: ${found.join(', ')}. It asks for ${RELEASE_WORDS[release]}. Tokens of all tools: ${tokens.from} -> ${tokens.to}.`;
}
