import { createRandom } from '../../../../sandbox/store/random.ts';
import { argumentKeys } from './argument-keys.ts';
import { type Base, readBase } from './base.ts';
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

/** The repository's own contract, and what an oracle has to know of it. Read once for all files of tests that share a process. */
export function readContract(): Promise<Contract> {
  reading ??= readBase().then(contractOf);
  return reading;
}

let reading: Promise<Contract> | undefined;

function contractOf({ document, origins }: Base): Contract {
  const occurrences = occurrencesIn(document);
  const schemas = new Map([...occurrences.keys()].map((pointer) => [pointer, recordAt(document, pointer)]));
  return { document, origins, occurrences, schemas, keys: argumentKeys(document, origins) };
}

/** Which edits are made: how many, by which seed, and of those alone that reach no more tools than so many. */
export interface Choice {
  readonly count: number;
  readonly seed: number;
  readonly most?: number;
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
  { count, seed, most = Number.POSITIVE_INFINITY }: Choice,
): Edit[] {
  const random = createRandom(seed);
  const sites = [...placesOf(contract, kind)];
  const edits: Edit[] = [];
  while (edits.length < count && sites.length > 0) {
    const [site = ''] = sites.splice(random.between(0, sites.length - 1), 1);
    const edit = kind.edit(contract, site, random);
    // Without operations it reaches all: there is one place for it.
    if (edit && (edit.operations?.length ?? 0) <= most) edits.push(edit);
  }
  return edits;
}

/** Judges the reports of so many edits of one kind. */
export function runKind(contract: Contract, kind: EditKind, choice: Choice): KindResult {
  const edits = instancesOf(contract, kind, choice);
  return {
    kind: kind.name,
    sites: placesOf(contract, kind).length,
    instances: edits.length,
    faults: edits.flatMap((edit) => judgeEdit(contract, edit).map((fault) => `${edit.what}\n    ${fault}`)),
  };
}
