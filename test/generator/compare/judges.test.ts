import { beforeAll, describe, expect, test } from 'vitest';
import { valueAt } from '../../../generator/json/json-pointer.ts';
import { apiCompare, diffSchemas } from '../../judges/differs.ts';
import { asJsonSchema, refusals, refusedNow } from './support/accept.ts';
import { type Base, readBase } from './support/base.ts';
import { editKinds } from './support/edit-kinds.ts';
import type { Contract, Edit, EditKind } from './support/edits.ts';
import { type MadeEdit, makeEdits } from './support/judge-edit.ts';
import { contractOf, instancesOf } from './support/run-kinds.ts';

const seed = 42;
const argumentKinds = editKinds.filter(({ name }) => /^(?:argument|parameter): /.test(name));
const schemaKinds = argumentKinds.filter(({ name }) => name.startsWith('argument: '));
/** What the other library knows of: types, bounds, needs; no enums, patterns, formats and defaults. */
const knownToSets = schemaKinds.filter(
  ({ name }) =>
    /imum|Length |Items |integer becomes|becomes integer|becomes boolean|becomes required|becomes optional/.test(
      name,
    ) && !/unique/.test(name),
);

let base: Base;
let contract: Contract;
beforeAll(async () => {
  base = await readBase();
  contract = contractOf(base);
});

/** One edit of a kind that few tools reach, made. */
function madeOf(kind: EditKind): readonly (readonly [Edit, MadeEdit])[] {
  return instancesOf(contract, kind, { count: 3, seed })
    .filter(({ operations = [] }) => operations.length > 0 && operations.length < 12)
    .slice(0, 1)
    .map((edit) => [edit, makeEdits(base.document, base.origins, [edit])] as const);
}

function isBreaking({ changes }: MadeEdit, tool: string): boolean {
  return changes.some((change) => change.tool === tool && change.breaks.includes('models'));
}

describe('ajv: arguments that a tool took are taken still, unless the report says that it breaks', () => {
  test.each(argumentKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    for (const [{ what }, made] of madeOf(kind))
      for (const was of made.old.catalog) {
        const is = made.now.catalog.find(({ name }) => name === was.name);
        if (!is || isBreaking(made, was.name)) continue;
        expect(refusedNow(was, is), `${what} in ${was.name}`).toEqual([]);
      }
  });

  test('a value that is refused now is seen', () => {
    expect(refusals({ type: 'integer', maximum: 90 }, { type: 'integer', maximum: 50 })).toMatchObject([
      { value: 51 },
      { value: 90 },
    ]);
    expect(refusals({ type: 'integer', maximum: 50 }, { type: 'integer', maximum: 90 })).toEqual([]);
  });
});

describe('ajv: what the report calls narrower refuses a value that was taken, and what it calls wider refuses none', () => {
  test.each(
    schemaKinds
      .filter(({ name }) => !/format|default|deprecated|written|only be read/.test(name))
      .map((kind) => [kind.name, kind] as const),
  )('%s', (_, kind) => {
    for (const [{ what }, { before, after, changes }] of madeOf(kind)) {
      const [from, to] = schemasAt(what, before, after);
      const refused = refusals(from, to);
      const labels = changes
        .filter((change) => change.kind.startsWith('argument '))
        .map(({ breaks }) => breaks.includes('models'));
      if (labels.length === 0 || new Set(labels).size > 1) continue;
      expect({ what, isBreaking: labels[0] }).toEqual({ what, isBreaking: refused.length > 0 });
    }
  });
});

describe('json-schema-diff: values were taken away exactly where the report says so', () => {
  test.each(knownToSets.map((kind) => [kind.name, kind] as const))('%s', async (_, kind) => {
    for (const [{ what }, { before, after, changes }] of madeOf(kind)) {
      const [sourceSchema, destinationSchema] = schemasAt(what, before, after);
      const { removalsFound, additionsFound } = await diffSchemas({ sourceSchema, destinationSchema });
      expect(removalsFound || additionsFound, what).toBe(true);
      const labels = changes
        .filter((change) => change.kind.startsWith('argument '))
        .map(({ breaks }) => breaks.includes('models'));
      if (labels.length === 0 || new Set(labels).size > 1) continue;
      expect({ what, isBreaking: labels[0] }).toEqual({ what, isBreaking: removalsFound });
    }
  });
});

describe('api-smart-diff: what it finds is reported, and nothing where it finds nothing', () => {
  const kinds = editKinds.filter(({ name }) => !/^(?:neutral|search): |operationId|page size/.test(name));
  test.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const smallest = instancesOf(contract, kind, { count: 6, seed })
      .filter(({ operations = [] }) => operations.length > 0 && operations.length < 4)
      .map((edit) => [edit, makeEdits(base.document, base.origins, [edit])] as const)
      .toSorted(([, one], [, other]) => sizeOf(one) - sizeOf(other))[0];
    if (!smallest) return;
    const [{ what }, { before, after, changes }] = smallest;
    // It takes a second or more for schemas that hold each other.
    if (sizeOf(smallest[1]) > mostCompared) return;
    expect(apiCompare(before, after).diffs.length, `${what}: nothing differs`).toBeGreaterThan(0);
    expect(changes.length, what).toBeGreaterThan(0);
  });
});

/** Characters of a description that the other library compares in an instant. */
const mostCompared = 12_000;

function sizeOf({ before }: MadeEdit): number {
  return JSON.stringify(before).length;
}

/** The schema that an edit was made in, before and after, with its references in place. */
function schemasAt(what: string, before: object, after: object): [object, object] {
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
