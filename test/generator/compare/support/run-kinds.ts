import { createRandom } from '../../../../sandbox/store/random.ts';
import { argumentKeys } from './argument-keys.ts';
import type { Base } from './base.ts';
import { type Contract, type Edit, type EditKind, recordAt } from './edits.ts';
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
  const occurrences = occurrencesIn(document);
  const schemas = new Map([...occurrences.keys()].map((pointer) => [pointer, recordAt(document, pointer)]));
  return { document, occurrences, schemas, keys: argumentKeys(document, origins) };
}

const known = new WeakMap<Contract, Map<EditKind, readonly string[]>>();

/** Every place of a contract at which a kind of edit can be made. */
function placesOf(contract: Contract, kind: EditKind): readonly string[] {
  const ofContract = known.get(contract) ?? new Map<EditKind, readonly string[]>();
  known.set(contract, ofContract);
  const places = ofContract.get(kind) ?? kind.sites(contract);
  ofContract.set(kind, places);
  return places;
}

/** Edits of a kind at places picked by a seed, all of them different; fewer where there are fewer places. */
export function instancesOf(
  contract: Contract,
  kind: EditKind,
  { count, seed }: { count: number; seed: number },
): Edit[] {
  const random = createRandom(seed);
  const sites = [...placesOf(contract, kind)];
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
    sites: placesOf(contract, kind).length,
    instances: edits.length,
    faults: edits.flatMap((edit) =>
      judgeEdit(base.document, base.origins, edit).map((fault) => `${edit.what}\n    ${fault}`),
    ),
  };
}
