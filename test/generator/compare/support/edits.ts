import type { ChangeKind, Label } from '../../../../generator/compare/change.ts';
import { valueAt } from '../../../../generator/json/json-pointer.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import type { Random } from '../../../../sandbox/store/random.ts';
import type { ArgumentKeys } from './argument-keys.ts';
import type { Base } from './base.ts';
import type { Occurrence } from './occurrences.ts';

/** A change that a report has to name, as it follows from the edit and from the description alone. */
export interface Expected {
  /** As `METHOD /path`; undefined of what is said of no single tool. */
  readonly operation: string | undefined;
  /** Any of these places is right: a schema may be reached at several. */
  readonly places: ReadonlySet<string>;
  /** The kinds that name it rightly; any where it is left out. */
  readonly kinds?: readonly ChangeKind[];
  /** The labels that are right; any where it is left out. */
  readonly labels?: readonly Label[];
  /** True where it changes nothing for the tool, so that a report may leave it out. */
  readonly mayBeSilent?: boolean;
}

/** The contract that edits are made in, and what an oracle has to know of it. */
export interface Contract extends Base {
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** The schemas that tools reach, by their JSON Pointers. */
  readonly schemas: ReadonlyMap<string, Json>;
  readonly keys: ArgumentKeys;
}

/** One edit of a contract, ready to be made in a copy of it. */
export interface Edit {
  /** What is done and where, for the message of a failure. */
  readonly what: string;
  /** The operations whose tools it can reach, as `METHOD /path`; all of them where it is left out. */
  readonly operations?: readonly string[];
  /** Made in the old description as well as in the new one, so that there is something to change. */
  readonly prepare?: (document: Json) => void;
  readonly apply: (document: Json) => void;
  readonly expected: readonly Expected[];
  /** Kinds that follow from it beside what is expected, of the same operations. */
  readonly mayFollow?: readonly ChangeKind[];
}

/** A kind of edit: where it can be made, and what it does there. */
export interface EditKind {
  readonly name: string;
  readonly sites: (contract: Contract) => readonly string[];
  /** Undefined where the site is none after all. */
  readonly edit: (contract: Contract, site: string, random: Random) => Edit | undefined;
}

/** What a report has to say of an edit of a schema: for tools that take it, and for tools that answer it. */
export interface Verdict {
  /** True where it changes nothing for this direction, so that a report may leave it out. */
  readonly mayBeSilent?: boolean;
  readonly kinds?: readonly ChangeKind[];
  readonly labels?: readonly Label[];
}

/** The object at a pointer; throws where there is none, since a site is always one. */
export function recordAt(document: Json, pointer: string): Json {
  const value = valueAt(document, pointer);
  if (!isRecord(value)) throw new Error(`${pointer} is no object`);
  return value;
}

/** All kinds that speak of arguments. */
export const argumentKinds = [
  'argument added',
  'argument removed',
  'argument renamed',
  'argument required',
  'argument optional',
  'argument narrowed',
  'argument widened',
  'argument type',
  'argument default',
  'request format',
  'paging',
  'deprecation',
] as const satisfies readonly ChangeKind[];

const answerKinds = [
  'answer field added',
  'answer field removed',
  'answer type',
  'answer list',
  'answer status',
  'answer format',
  'deprecation',
] as const satisfies readonly ChangeKind[];

/**
 * What a report has to name for a change of one schema: an entry for every tool that takes it or answers it. Where other
 * parts of a union or of an `allOf` have a say, or where no model can give the argument, any label is right: but none is silent.
 */
export function expectedOf(
  { keys, occurrences }: Contract,
  pointer: string,
  {
    argument,
    answer,
    below = [],
    isTyping = false,
  }: { argument: Verdict; answer: Verdict; below?: readonly string[]; isTyping?: boolean },
): Expected[] {
  const groups = Map.groupBy(occurrences.get(pointer) ?? [], ({ operation, direction }) => `${direction} ${operation}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { operation, direction } = first;
    const verdict = direction === 'argument' ? argument : answer;
    const tails = below.length === 0 ? [''] : below;
    const placed = group.flatMap((one) =>
      tails.map((tail) => {
        const path = tail === '' ? one.path : [...one.path, tail];
        return { ...one, path, key: direction === 'argument' ? keys({ ...one, path }) : path };
      }),
    );
    const isLoose = placed.some(
      ({ key, inUnion, inAllOf, isReadOnly }) => key === undefined || inUnion || inAllOf || isReadOnly,
    );
    const places = new Set(placed.flatMap(({ key, path }) => placesOf(key ?? path)));
    if (isLoose)
      return [
        {
          operation,
          // A form of a union that has another field is another form.
          places: new Set([...places, ...group.flatMap((one) => placesOf(keys(one) ?? one.path))]),
          kinds: direction === 'argument' ? [...argumentKinds, ...answerKinds] : [...answerKinds],
          // What another part refuses still, or takes still, is no change of the whole.
          mayBeSilent: verdict.mayBeSilent === true || placed.some(({ inUnion, inAllOf }) => inUnion || inAllOf),
        },
      ];
    // In an address every value is text, whatever the description calls it: what the tool takes may stay as it is.
    const isAddress = direction === 'argument' && placed.some(({ at }) => at !== 'body');
    // What a problem's answer holds is in no type, and no tool answers it.
    const isProblem = direction === 'answer' && placed.every(({ at }) => !at.startsWith('2'));
    if (isProblem) return [{ operation, places, ...verdict, labels: ['compatible', 'cosmetic'] }];
    return [{ operation, places, ...verdict, ...(isAddress && isTyping && { labels: anyLabel }) }];
  });
}

const anyLabel: readonly Label[] = ['breaking for models', 'compatible', 'cosmetic'];

/** A property for each of many languages is a map in a tool. */
function placesOf(path: readonly string[]): string[] {
  return [placeOf(path), placeOf(path.map((name) => (isLocale(name) ? '*' : name)))];
}

/** Whether a property's name is that of a language. */
export function isLocale(name: string): boolean {
  return /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(name) && name !== 'id';
}

/** What else a report may say of an edit: what a tool makes of the forms of a union is its own. */
export function followingUnions({ occurrences, schemas }: Contract, pointer: string): readonly ChangeKind[] {
  const isPart = occurrences.get(pointer)?.some(({ inUnion, inAllOf }) => inUnion || inAllOf) === true;
  const isComposed = ['oneOf', 'anyOf', 'allOf'].some((keyword) => schemas.get(pointer)?.[keyword] !== undefined);
  return isPart || isComposed ? [...argumentKinds, 'words'] : [];
}

/** A place as a report writes it: `contacts[].id`, `labels.*`. */
function placeOf(path: readonly string[]): string {
  return path
    .filter((name) => name !== '')
    .reduce((text, name) => (name === '[]' ? `${text}[]` : text === '' ? name : `${text}.${name}`), '');
}

/** Pointers of the schemas that tools take or answer, where a test holds. */
export function sitesOf(
  { occurrences, schemas }: Contract,
  direction: Occurrence['direction'] | undefined,
  where: (schema: Json, pointer: string) => boolean,
): string[] {
  return [...schemas].flatMap(([pointer, schema]) => {
    const isReached =
      direction === undefined ||
      occurrences.get(pointer)?.some((one) => one.direction === direction && !one.isReadOnly) === true;
    return isReached && where(schema, pointer) ? [pointer] : [];
  });
}

/** All operations at which a schema is reached. */
export function operationsAt({ occurrences }: Contract, pointer: string): string[] {
  return [...new Set((occurrences.get(pointer) ?? []).map(({ operation }) => operation))];
}
