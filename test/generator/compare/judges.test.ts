import { beforeAll, describe, expect, test } from 'vitest';
import { valueAt } from '../../../generator/json/json-pointer.ts';
import { apiCompare, diffSchemas } from '../../judges/differs.ts';
import { asJsonSchema, refusals, refusedNow } from './support/accept.ts';
import { editKinds } from './support/edit-kinds.ts';
import type { Contract, Edit, EditKind } from './support/edits.ts';
import { type MadeEdit, makeEdits } from './support/judge-edit.ts';
import { instancesOf, readContract } from './support/run-kinds.ts';

const seed = 42;
/** What is in an argument's schema as ajv checks it. */
const schemaKinds = editKinds.filter(
  ({ name }) => name.startsWith('argument: ') && !/format|default|deprecated|written|only be read/.test(name),
);
const parameterKinds = editKinds.filter(({ name }) => name.startsWith('parameter: '));
const wholeKinds = editKinds.filter(
  ({ name }) => /^(?:parameter|operation): /.test(name) && !/operationId|page size/.test(name),
);
/** What json-schema-diff knows of: types, bounds and needs. */
const isKnownToSets = ({ name }: EditKind): boolean =>
  /imum|Length |Items |integer becomes|becomes integer|becomes boolean|becomes required|becomes optional/.test(name) &&
  !name.includes('uniqueItems');

let contract: Contract;
beforeAll(async () => {
  contract = await readContract();
});

/** An edit of a kind, made: of several that hold a test the one that reaches the fewest tools. */
function madeOf(kind: EditKind, isFit: (edit: Edit) => boolean): readonly [Edit, MadeEdit] {
  const reach = ({ operations = [] }: Edit): number => operations.length;
  const [edit] = instancesOf(contract, kind, { count: 12, seed, most: 12 })
    .filter((one) => reach(one) > 0 && isFit(one))
    .toSorted((one, other) => reach(one) - reach(other));
  if (!edit) throw new Error(`${kind.name}: no edit fits`);
  return [edit, makeEdits(contract, [edit])];
}

/** One label is right for every tool: no union, no address and no hidden argument has a say. */
function isClear({ expected }: Edit): boolean {
  return expected.every(({ labels = [] }) => labels.length === 1);
}

/** Whether a change of an argument breaks models. */
function breaks({ changes }: MadeEdit): boolean {
  return changes.some((change) => change.kind.startsWith('argument ') && change.breaks.includes('models'));
}

/** What each tool took and refuses now, though the report does not say that it breaks. */
function unsaid({ old, now, changes }: MadeEdit): object[] {
  return old.catalog.flatMap((was) => {
    const is = now.catalog.find(({ name }) => name === was.name);
    const isSaid = changes.some((change) => change.tool === was.name && change.breaks.includes('models'));
    return is && !isSaid ? refusedNow(was, is) : [];
  });
}

describe('arguments: ajv and json-schema-diff find that values are refused exactly where the report says that models break', () => {
  test.each(schemaKinds.map((kind) => [kind.name, kind] as const))('%s', async (name, kind) => {
    const isAlwaysUnclear = /nullable off|other values|loses a value and gains/.test(name);
    const [{ what }, made] = madeOf(kind, isAlwaysUnclear ? () => true : isClear);
    expect(unsaid(made), what).toEqual([]);
    if (isAlwaysUnclear) return;
    const [sourceSchema, destinationSchema] = schemasAt(what, made);
    const isNarrower = refusals(sourceSchema, destinationSchema).length > 0;
    // Ids are texts to tools, whatever the description calls them.
    const isRefused = made.old.catalog.some((was) => {
      const is = made.now.catalog.find(({ name: own }) => own === was.name);
      return is !== undefined && refusedNow(was, is).length > 0;
    });
    expect({ what, isBreaking: breaks(made) }).toEqual({ what, isBreaking: isNarrower || isRefused });
    if (!isKnownToSets(kind)) return;
    const { removalsFound, additionsFound } = await diffSchemas({ sourceSchema, destinationSchema });
    expect({ what, removalsFound, differs: additionsFound || removalsFound }).toEqual({
      what,
      removalsFound: isNarrower,
      differs: true,
    });
  });

  test.each(parameterKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const [{ what }, made] = madeOf(kind, () => true);
    expect(unsaid(made), what).toEqual([]);
  });

  test('a value that is refused now is seen', () => {
    const [loose, tight] = [90, 50].map((maximum) => ({ type: 'integer', maximum }));
    expect(refusals(loose ?? {}, tight ?? {}).map(({ value }) => value)).toEqual([51, 90]);
    expect(refusals(tight ?? {}, loose ?? {})).toEqual([]);
  });
});

describe('operations: what api-smart-diff finds is reported', () => {
  test.each(wholeKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const [{ what }, { before, after, changes }] = madeOf(kind, ({ operations = [] }) => isSmall(operations));
    expect(apiCompare(before, after).diffs.length, `${what}: nothing differs`).toBeGreaterThan(0);
    expect(changes.length, what).toBeGreaterThan(0);
  });
});

/** Whether the other library compares the operations in an instant: it takes a second or more for schemas that hold each other. */
function isSmall(operations: readonly string[]): boolean {
  const reached = [...contract.occurrences.values()].filter((found) =>
    found.some(({ operation }) => operations.includes(operation)),
  );
  return reached.length < 40;
}

/** The schema that an edit was made in, before and after, with its references in place. */
function schemasAt(what: string, { before, after }: MadeEdit): [object, object] {
  const pointer = / at (\/[^ :]+)/.exec(what)?.[1] ?? '';
  const [from, to] = [before, after].map((document) => asJsonSchema(inPlace(valueAt(document, pointer), document)));
  if (typeof from !== 'object' || typeof to !== 'object' || from === null || to === null)
    throw new Error(`${what}: no schema at ${pointer}`);
  return [from, to];
}

/** A schema with what it refers to in place; what holds itself is open. */
function inPlace(schema: unknown, document: object, seen: readonly string[] = []): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inPlace(part, document, seen));
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema && typeof schema.$ref === 'string')
    return seen.includes(schema.$ref) ? {} : inPlace(valueAt(document, schema.$ref), document, [...seen, schema.$ref]);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inPlace(value, document, seen)]));
}
