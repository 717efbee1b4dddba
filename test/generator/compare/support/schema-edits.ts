import type { Json } from '../../../../generator/json/json-schema.ts';
import type { Random } from '../../../../sandbox/store/random.ts';
import { type EditKind, expectedOf, followingUnions, operationsAt, recordAt, sitesOf, type Verdict } from './edits.ts';
import type { Occurrence } from './occurrences.ts';

/** A change of one schema in place. */
export interface SchemaEdit {
  readonly name: string;
  /** Which schemas it can be made in. */
  readonly where: (schema: Json) => boolean;
  /** What both descriptions say first. */
  readonly prepare?: Json | ((schema: Json) => Json);
  /** The keywords that it sets; undefined takes a keyword away. */
  readonly change: (schema: Json, random: Random) => Json;
  /** True where nothing but the type changes. */
  readonly isTyping?: true;
  /** True where the value becomes an object: in a query that would be several arguments. */
  readonly isObject?: true;
  /** Where below the schema the report may speak of it. */
  readonly below?: readonly string[];
  readonly argument: Verdict;
  readonly answer: Verdict;
}

/** An edit of schemas as two kinds of edits: where tools take the schema, and where they answer it. */
export function schemaEdits(edits: readonly SchemaEdit[]): EditKind[] {
  return edits.flatMap((edit) => (['argument', 'answer'] as const).map((direction) => schemaEdit(edit, direction)));
}

function schemaEdit(
  { name, where, prepare = {}, change, below = [], isObject, ...verdicts }: SchemaEdit,
  direction: Occurrence['direction'],
): EditKind {
  return {
    name: `${direction}: ${name}`,
    sites: (contract) =>
      sitesOf(contract, direction, (schema, pointer) => {
        const isParameter = pointer.includes('/parameters/');
        return schema.$ref === undefined && where(schema) && !(isParameter && isObject === true);
      }),
    edit: (contract, site, random) => {
      const first = (schema: Json): void => set(schema, typeof prepare === 'function' ? prepare(schema) : prepare);
      const copy = structuredClone(recordAt(contract.document, site));
      first(copy);
      const keywords = change(copy, random);
      return {
        what: `${name} at ${site}: ${JSON.stringify(keywords, (_, value: unknown) => value ?? null)}`,
        operations: operationsAt(contract, site),
        prepare: (document) => first(recordAt(document, site)),
        apply: (document) => set(recordAt(document, site), structuredClone(keywords)),
        mayFollow: followingUnions(contract, site),
        expected: expectedOf(contract, site, { ...verdicts, below: below.length > 0 ? ['', ...below] : [] }),
      };
    },
  };
}

function set(schema: Json, keywords: Json): void {
  for (const [keyword, value] of Object.entries(keywords)) {
    if (value === undefined) delete schema[keyword];
    else schema[keyword] = value;
  }
}

/** The verdicts that many edits share. */
export const narrower: Verdict = { kinds: ['argument narrowed', 'argument type'], labels: ['breaking for models'] };
export const wider: Verdict = { kinds: ['argument widened', 'argument type'], labels: ['compatible'] };
export const otherArgument: Verdict = { kinds: ['argument type'], labels: ['breaking for models'] };
export const otherAnswer: Verdict = { kinds: ['answer type'], labels: ['breaking for importers'] };
/** An answer that promises more than it did; a type that lost a possibility may end a program's comparison with it. */
export const narrowerAnswer: Verdict = {
  kinds: ['answer type'],
  labels: ['compatible', 'cosmetic', 'breaking for importers'],
};
/** What no type says, and no program reads: named all the same. */
export const saidOfAnswer: Verdict = { kinds: ['answer type'], labels: ['compatible', 'cosmetic'] };
export const compatibleAnswer: Verdict = { kinds: ['answer type'], labels: ['compatible'] };

/** A plain value of one type: no enum, no composition. */
export function isPlain(...types: readonly string[]): (schema: Json) => boolean {
  return ({ type, enum: values, format, oneOf, anyOf, allOf, properties }) =>
    types.some((one) => one === type) &&
    values === undefined &&
    properties === undefined &&
    format === undefined &&
    oneOf === undefined &&
    anyOf === undefined &&
    allOf === undefined;
}

/** An enum of at least so many texts. */
export function isEnum(least: number): (schema: Json) => boolean {
  return ({ enum: values }) =>
    Array.isArray(values) && values.length >= least && values.every((value) => typeof value === 'string');
}
