import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { isObject, type Schema } from '../../support/contract.ts';

/** As much of a generated contract as tells what is answered. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, AnsweringOperation>>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface AnsweringOperation {
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** Places in an answer, each named from the shared schema it stands in, such as `tag.name`. */
export interface Judgement {
  /** A customer's data stands there, or anything may stand there. */
  readonly personal: readonly string[];
  /** A text, a number or a pointer to nobody knows whom: the schema alone does not tell. */
  readonly undecided: readonly string[];
}

/** What Intercom calls a person who is no teammate. */
const CUSTOMER = /(?:^|_)(?:contact|customer|lead|user|visitor)s?(?:_|$)/;
const CUSTOMER_TYPE = /^(?:contact|customer|lead|user|visitor)(?:\.list)?$/;

/** Fields that a customer has as any other thing has them; a name is a text, which is undecided wherever it stands. */
const COMMON = new Set(['type', 'id', 'name', 'workspace_id', 'app_id', 'owner_id', 'tags', 'segments', 'companies']);

/** A judge of what an operation answers on success; throws where the contract lacks an operation or a schema. */
export function personalDataJudge(contract: Contract): (entry: Pick<CatalogEntry, 'method' | 'path'>) => Judgement {
  const rules = { schemas: contract.schemas, fields: customerFields(contract), teammates: teammateSchemas(contract) };
  return ({ method, path }) => {
    const walk: Walk = { ...rules, seen: new Set(), personal: new Set(), undecided: new Set() };
    for (const { schema, place } of answersOf(contract, method, path)) visit({ schema, place, name: '' }, walk);
    return { personal: [...walk.personal].sort(), undecided: [...walk.undecided].sort() };
  };
}

/** The texts, objects and lists that Intercom keeps of a contact or a visitor and of hardly anything else. */
function customerFields(contract: Contract): ReadonlySet<string> {
  const people = [
    ...answersOf(contract, 'GET', '/contacts/{contact_id}'),
    ...answersOf(contract, 'GET', '/visitors'),
  ].flatMap(({ schema }) => formsOf(schema, contract.schemas));
  const fields = people.flatMap(({ properties }) => (isObject(properties) ? Object.entries(properties) : []));
  return new Set(fields.flatMap(([name, schema]) => (COMMON.has(name) || isCount(schema) ? [] : [name])));
}

/** Teammates have an email address too, but they are no customers. */
function teammateSchemas(contract: Contract): ReadonlySet<string> {
  const answers = [...answersOf(contract, 'GET', '/me'), ...answersOf(contract, 'GET', '/admins/{admin_id}')];
  return new Set(answers.flatMap(({ schema: { $ref } }) => (typeof $ref === 'string' ? [nameOf($ref)] : [])));
}

/** The schemas of what is answered on success; an answer that is not described is one that allows anything. */
function answersOf({ paths }: Contract, method: string, path: string): { schema: Schema; place: string }[] {
  const operation = paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`The contract has no ${method} ${path}.`);
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  if (answers.length === 0) return [{ schema: {}, place: `${method} ${path}` }];
  return answers.flatMap(([status, { content = status === '204' ? {} : { '*/*': {} } }]) => {
    const place = `${method} ${path} ${status}`;
    return Object.values(content).map(({ schema = {} }) => ({ schema, place }));
  });
}

interface Walk {
  readonly schemas: Contract['schemas'];
  readonly fields: ReadonlySet<string>;
  readonly teammates: ReadonlySet<string>;
  /** Shared schemas that were visited: their places do not depend on who refers to them. */
  readonly seen: Set<string>;
  readonly personal: Set<string>;
  readonly undecided: Set<string>;
}

interface Place {
  readonly schema: unknown;
  readonly place: string;
  /** The nearest property, empty for a whole answer and a shared schema. */
  readonly name: string;
}

function visit({ schema, place, name }: Place, walk: Walk): void {
  if (!isObject(schema)) throw new Error(`${place} has no schema.`);
  const { $ref, allOf, anyOf, oneOf, items, properties, additionalProperties } = schema;
  if (typeof $ref === 'string') {
    visitShared(nameOf($ref), place, walk);
    return;
  }
  for (const part of [allOf, anyOf, oneOf, items].flat()) {
    if (part !== undefined) visit({ schema: part, place, name }, walk);
  }
  if (isObject(properties)) {
    for (const [key, value] of Object.entries(properties)) {
      const inner = `${place}.${key}`;
      if (walk.fields.has(key) || CUSTOMER.test(key)) walk.personal.add(inner);
      visit({ schema: value, place: inner, name: key }, walk);
    }
  }
  if (additionalProperties !== undefined && additionalProperties !== false) {
    walk.personal.add(`${place}.*`);
    if (isObject(additionalProperties)) visit({ schema: additionalProperties, place: `${place}.*`, name: '' }, walk);
  }
  const inner = allOf ?? anyOf ?? oneOf ?? items ?? properties ?? additionalProperties;
  if (inner === undefined) judgeLeaf({ schema, place, name }, walk);
}

function visitShared(target: string, place: string, walk: Walk): void {
  const schema = walk.schemas[target];
  if (schema === undefined) throw new Error(`${place} refers to ${target}, which the contract lacks.`);
  if (isPointer(schema)) walk.undecided.add(place);
  else if (!walk.teammates.has(target) && !walk.seen.has(target)) {
    walk.seen.add(target);
    visit({ schema, place: target, name: '' }, walk);
  }
}

function judgeLeaf({ schema, place, name }: Place & { schema: Schema }, { schemas, personal, undecided }: Walk): void {
  const values = Array.isArray(schema.enum) ? schema.enum : undefined;
  const [, stem] = /^(.+)_ids?$/.exec(name) ?? [];
  if (values !== undefined) {
    if (name === 'type' && values.some((value) => CUSTOMER_TYPE.test(String(value)))) personal.add(place);
  } else if (['string', 'integer', 'number'].includes(String(schema.type))) {
    // An id of a thing that the contract knows is as harmless as the thing; any other may be a person's.
    const harmless =
      name === 'id' || schema.format === 'unix-time' || (stem !== undefined && Object.hasOwn(schemas, stem));
    if (!harmless) undecided.add(place);
  } else if (schema.type !== 'boolean') personal.add(place);
}

function isCount(schema: unknown): boolean {
  return isObject(schema) && ['integer', 'number', 'boolean'].includes(String(schema.type));
}

/** An id and a type that may be any: whose they are, only the field that refers to them tells. */
function isPointer({ properties }: Schema): boolean {
  if (!isObject(properties) || Object.keys(properties).sort().join() !== 'id,type') return false;
  return isObject(properties.type) && properties.type.enum === undefined;
}

function formsOf(schema: unknown, schemas: Contract['schemas']): Schema[] {
  if (!isObject(schema)) return [];
  const { $ref, allOf, anyOf, oneOf } = schema;
  const target = typeof $ref === 'string' ? schemas[nameOf($ref)] : undefined;
  return [schema, ...[target, allOf, anyOf, oneOf].flat().flatMap((part) => formsOf(part, schemas))];
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
