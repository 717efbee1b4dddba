import { createRandom } from '../../../../sandbox/store/random.ts';
import { argumentKeys } from './argument-keys.ts';
import type { Base } from './base.ts';
import type { Contract, Edit, EditKind } from './edits.ts';
import { judgeEdit } from './judge-edit.ts';
import { occurrencesIn } from './occurrences.ts';

/** How one kind of edits did. */
export interface KindResult {
  readonly kind: string;
  /** How many places there are for it. */
  readonly sites: number;
  readonly instances: number;
  /** Each with the edit that shows it. */
  readonly faults: readonly string[];
}

/** A base, and what an oracle has to know of it. */
export function contractOf({ document, origins }: Base): Contract {
  return { document, occurrences: occurrencesIn(document), keys: argumentKeys(document, origins) };
}

/** Edits of a kind at places picked by a seed, all of them different; fewer where there are fewer places. */
export function instancesOf(
  contract: Contract,
  kind: EditKind,
  { count, seed }: { count: number; seed: number },
): Edit[] {
  const random = createRandom(seed);
  const sites = [...kind.sites(contract)];
  const edits: Edit[] = [];
  while (edits.length < count && sites.length > 0) {
    const [site = ''] = sites.splice(random.between(0, sites.length - 1), 1);
    const edit = kind.edit(contract, site, random);
    if (edit) edits.push(edit);
  }
  return edits;
}

/** Judges the reports of so many edits of one kind. */
export function runKind(
  base: Base,
  contract: Contract,
  kind: EditKind,
  { count, seed }: { count: number; seed: number },
): KindResult {
  const edits = instancesOf(contract, kind, { count, seed });
  return {
    kind: kind.name,
    sites: kind.sites(contract).length,
    instances: edits.length,
    faults: edits.flatMap((edit) =>
      judgeEdit(base.document, base.origins, edit).faults.map((fault) => `${edit.what}\n    ${fault}`),
    ),
  };
}
