import type { ChangeKind } from '../../../../generator/compare/change.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import type { Random } from '../../../../sandbox/store/random.ts';
import { type EditKind, expectedOf, followingUnions, operationsAt, recordAt, sitesOf, type Verdict } from './edits.ts';
import type { Occurrence } from './occurrences.ts';

/** A change of one property of an object. */
interface PropertyEdit {
  readonly name: string;
  /** Whether an object and one of its properties are a place for it. */
  readonly where?: (object: Json, name: string) => boolean;
  readonly prepare?: (object: Json, name: string) => void;
  readonly change: (object: Json, name: string) => void;
  /** The property that is named by the report, of the object and the one that was picked. */
  readonly below?: (name: string) => readonly string[];
  readonly argument: Verdict;
  readonly answer: Verdict;
  readonly mayFollow?: readonly ChangeKind[];
}

const fresh = 'quite_new';
const breaksModels = ['breaking for models'] as const;
const breaksReaders = ['breaking for importers', 'breaking for models'] as const;
const breaksImporters = ['breaking for importers'] as const;

/** A null or a default of the value is none of the list, and the other way round. */
const ofWhole: readonly ChangeKind[] = ['argument narrowed', 'argument widened', 'argument default', 'answer type'];

const edits: readonly PropertyEdit[] = [
  {
    name: 'optional property added',
    change: (object) => setProperty(object, fresh, { type: 'string' }),
    below: () => [fresh],
    argument: { kinds: ['argument added'], labels: ['compatible'] },
    answer: { kinds: ['answer field added'], labels: ['compatible'] },
  },
  {
    name: 'required property added',
    change: (object) => {
      setProperty(object, fresh, { type: 'string' });
      require(object, fresh);
    },
    below: () => [fresh],
    argument: { kinds: ['argument added'], labels: breaksModels },
    answer: { kinds: ['answer field added'], labels: ['compatible'] },
  },
  {
    name: 'optional object added',
    change: (object) =>
      setProperty(object, fresh, {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' }, b: { type: 'integer' } },
      }),
    below: () => [fresh],
    argument: { kinds: ['argument added'], labels: ['compatible'] },
    answer: { kinds: ['answer field added'], labels: ['compatible'] },
  },
  {
    name: 'property removed',
    where: (object) => countOf(object) > 1,
    change: removeProperty,
    argument: { kinds: ['argument removed'], labels: breaksModels },
    // The list that a tool answers breaks whoever reads it.
    answer: { kinds: ['answer field removed', 'answer list'], labels: breaksReaders },
  },
  {
    name: 'property renamed',
    change: (object, name) => {
      const { properties, required } = object;
      if (!isRecord(properties)) return;
      object.properties = Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key === name ? `${name}_quite_new` : key, value]),
      );
      if (Array.isArray(required)) object.required = required.map((key) => (key === name ? `${name}_quite_new` : key));
    },
    below: (name) => [name, `${name}_quite_new`],
    argument: { kinds: ['argument renamed', 'argument removed', 'argument added'], labels: breaksModels },
    answer: { kinds: ['answer field removed', 'answer field added', 'answer list'], labels: breaksReaders },
    // The words are said of the old name.
    mayFollow: ['words'],
  },
  {
    name: 'property becomes required',
    prepare: unrequire,
    change: require,
    argument: { kinds: ['argument required'], labels: breaksModels },
    answer: { kinds: ['answer type'], labels: ['compatible'] },
  },
  {
    name: 'property becomes optional',
    prepare: require,
    change: unrequire,
    argument: { kinds: ['argument optional'], labels: ['compatible'] },
    answer: { kinds: ['answer type', 'answer field removed'], labels: breaksImporters },
  },
  {
    name: 'property can only be read',
    where: (object, name) => countOf(object) > 1 && propertyOf(object, name).$ref === undefined,
    prepare: unrequire,
    change: (object, name) => {
      propertyOf(object, name).readOnly = true;
    },
    argument: {
      kinds: ['argument removed', 'argument narrowed', 'argument type'],
      labels: ['breaking for models', 'compatible', 'cosmetic'],
    },
    answer: { kinds: ['answer type'], labels: ['compatible', 'cosmetic'], mayBeSilent: true },
  },
  {
    name: 'property can be written',
    where: (object, name) => countOf(object) > 1 && propertyOf(object, name).$ref === undefined,
    prepare: (object, name) => {
      unrequire(object, name);
      propertyOf(object, name).readOnly = true;
    },
    change: (object, name) => {
      delete propertyOf(object, name).readOnly;
    },
    argument: { kinds: ['argument added', 'argument widened', 'argument type'], labels: ['compatible', 'cosmetic'] },
    answer: { kinds: ['answer type'], labels: ['compatible', 'cosmetic'], mayBeSilent: true },
  },
  {
    name: 'object becomes open value',
    where: (object, name) => isRecord(propertyOf(object, name).properties),
    change: (object, name) => setProperty(object, name, {}),
    argument: { kinds: ['argument widened', 'argument type'], labels: ['compatible'] },
    answer: { kinds: ['answer type', 'answer field removed'] },
  },
  {
    name: 'value becomes list of it',
    mayFollow: ofWhole,
    where: (object, name) => propertyOf(object, name).type !== 'array',
    change: (object, name) => setProperty(object, name, { type: 'array', items: propertyOf(object, name) }),
    argument: { kinds: ['argument type'], labels: breaksModels },
    answer: { kinds: ['answer type', 'answer list'], labels: ['breaking for importers', 'breaking for models'] },
  },
  {
    name: 'list becomes one item',
    mayFollow: ofWhole,
    where: (object, name) => propertyOf(object, name).type === 'array' && isRecord(propertyOf(object, name).items),
    change: (object, name) => setProperty(object, name, propertyOf(object, name).items),
    argument: { kinds: ['argument type'], labels: breaksModels },
    answer: { kinds: ['answer type', 'answer list'], labels: ['breaking for importers', 'breaking for models'] },
  },
];

/** Edits of the properties of objects, at any depth. */
export const propertyEdits: readonly EditKind[] = edits.flatMap((edit) =>
  (['argument', 'answer'] as const).map((direction) => propertyEdit(edit, direction)),
);

function propertyEdit(
  {
    name,
    where = () => true,
    prepare,
    change,
    below = (picked) => [picked],
    argument,
    answer,
    mayFollow = [],
  }: PropertyEdit,
  direction: Occurrence['direction'],
): EditKind {
  return {
    name: `${direction}: ${name}`,
    sites: (contract) => sitesOf(contract, direction, (schema) => isPlace(schema, where)),
    edit: (contract, site, random) => {
      const picked = pick(recordAt(contract.document, site), where, random);
      return {
        what: `${name} at ${site}: ${picked}`,
        operations: operationsAt(contract, site),
        prepare: (document) => prepare?.(recordAt(document, site), picked),
        apply: (document) => change(recordAt(document, site), picked),
        expected: expectedOf(contract, site, { argument, answer, below: below(picked) }),
        mayFollow: [...mayFollow, ...followingUnions(contract, site)],
      };
    },
  };
}

function isPlace(object: Json, where: (object: Json, name: string) => boolean): boolean {
  return namesOf(object).some((name) => where(object, name));
}

function pick(object: Json, where: (object: Json, name: string) => boolean, random: Random): string {
  return random.pick(namesOf(object).filter((name) => where(object, name)));
}

/** Properties that a request can have: what is only read is none. */
function namesOf(object: Json): string[] {
  return Object.keys(isRecord(object.properties) ? object.properties : {}).filter(
    (name) => propertyOf(object, name).readOnly !== true,
  );
}

function countOf(object: Json): number {
  return namesOf(object).length;
}

function propertyOf({ properties }: Json, name: string): Json {
  const property = isRecord(properties) ? properties[name] : undefined;
  return isRecord(property) ? property : {};
}

function setProperty(object: Json, name: string, schema: unknown): void {
  object.properties = { ...(isRecord(object.properties) ? object.properties : {}), [name]: schema };
}

function removeProperty(object: Json, name: string): void {
  if (isRecord(object.properties)) delete object.properties[name];
  unrequire(object, name);
}

function require(object: Json, name: string): void {
  const known: unknown[] = Array.isArray(object.required) ? object.required : [];
  if (!known.includes(name)) object.required = [...known, name];
}

function unrequire(object: Json, name: string): void {
  if (!Array.isArray(object.required)) return;
  object.required = object.required.filter((key) => key !== name);
  if (Array.isArray(object.required) && object.required.length === 0) delete object.required;
}
