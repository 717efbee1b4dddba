import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { snakeCase } from '../text/words.ts';
import { isCustomer, isPersonalField, isStaff, nameOf, peopleFields, refersTo } from './people.ts';

/** Places in an answer, each named from the shared schema it stands in, such as `tag.name`. */
export interface Judgement {
  /** A customer's data stands there, or anything may stand there. */
  readonly personal: readonly string[];
  /** A text, a number or a pointer to nobody knows whom: the schema alone does not tell. */
  readonly undecided: readonly string[];
}

/** An operation by what the description knows it by. */
interface Answering {
  readonly method: HttpMethod;
  readonly path: string;
}

/** A judge of what the operations of a description answer on success; what it lacks may be anything. */
export function personalDataJudge(document: Json): (operation: Answering) => Judgement {
  const walkAnswers = answersWalker(document);
  return (operation) => {
    const { personal, undecided } = walkAnswers(operation, { isEnough: () => false });
    return { personal: [...personal].sort(), undecided: [...undecided].sort() };
  };
}

/** As {@link personalDataJudge}, and only whether there is any such place: the first one is enough. */
export function personalDataFinder(document: Json): (operation: Answering) => boolean {
  const walkAnswers = answersWalker(document);
  return (operation) => walkAnswers(operation, { isEnough: ({ personal }) => personal.size > 0 }).personal.size > 0;
}

type WalkAnswers = (operation: Answering, options: Pick<Walk, 'isEnough'>) => Pick<Walk, 'personal' | 'undecided'>;

function answersWalker(document: Json): WalkAnswers {
  const lookup = lookupIn(document);
  const fields = peopleFields(document);
  const known = new Map<string, boolean>();
  const isPersonal = (key: string): boolean => {
    const is = known.get(key) ?? (fields.has(key) || isPersonalField(key));
    known.set(key, is);
    return is;
  };
  const rules = { lookup, isPersonal, staff: staffSchemas(document, lookup) };
  return ({ method, path }, options) => {
    const walk: Walk = { ...rules, ...options, seen: new Set(), personal: new Set(), undecided: new Set() };
    for (const { schema, place } of answersOf({ method, path }, document, lookup))
      visit({ schema, place, name: '' }, walk);
    return walk;
  };
}

/** Those who work with the API have an email address too, but they are no customers: what `/me` and `/admins/{id}` answer. */
function staffSchemas(document: Json, lookup: Lookup): ReadonlySet<string> {
  const paths = isRecord(document.paths) ? Object.keys(document.paths) : [];
  const answers = paths
    .filter((path) => isStaff(path))
    .flatMap((path) => answersOf({ method: 'GET', path }, document, lookup));
  const refs = answers.flatMap(({ schema }) => (isRecord(schema) ? (refersTo(schema) ?? []) : []));
  return new Set(refs.filter((ref) => !isCustomer(nameOf(ref))));
}

/** The schemas of what is answered on success; an answer that is not described is one that allows anything. */
function answersOf({ method, path }: Answering, { paths }: Json, lookup: Lookup): { schema: unknown; place: string }[] {
  const item = isRecord(paths) ? paths[path] : undefined;
  const operation = isRecord(item) ? item[method.toLowerCase()] : undefined;
  const { responses } = isRecord(operation) ? operation : {};
  const answers = isRecord(responses) ? Object.entries(responses) : [];
  const good = answers.filter(([status]) => status.startsWith('2'));
  const place = `${method} ${path}`;
  if (good.length === 0) return [{ schema: {}, place }];
  return good.flatMap(([status, answer]) => {
    const ref = isRecord(answer) ? refersTo(answer) : undefined;
    const described = ref === undefined ? answer : lookup(ref);
    const content = isRecord(described) && isRecord(described.content) ? described.content : undefined;
    if (content === undefined) return status === '204' ? [] : [{ schema: {}, place: `${place} ${status}` }];
    return Object.entries(content).map(([type, media]) => ({
      // A text or a file may hold anything.
      schema: /[/+*]json\b/.test(type) && isRecord(media) ? (media.schema ?? {}) : {},
      place: `${place} ${status}`,
    }));
  });
}

interface Walk {
  readonly lookup: Lookup;
  readonly isPersonal: (field: string) => boolean;
  readonly staff: ReadonlySet<string>;
  /** Shared schemas that were visited: their places do not depend on who refers to them. */
  readonly seen: Set<string>;
  readonly personal: Set<string>;
  readonly undecided: Set<string>;
  /** Whether what was found will do. */
  readonly isEnough: (walk: Walk) => boolean;
}

interface Place {
  readonly schema: unknown;
  readonly place: string;
  /** The nearest property, empty for a whole answer and a shared schema. */
  readonly name: string;
}

function visit({ schema, place, name }: Place, walk: Walk): void {
  if (schema === false || walk.isEnough(walk)) return;
  if (!isRecord(schema)) {
    walk.personal.add(place);
    return;
  }
  const ref = refersTo(schema);
  if (ref !== undefined) {
    visitShared(ref, place, walk);
    return;
  }
  const { allOf, anyOf, oneOf, items, properties, additionalProperties } = schema;
  for (const part of [allOf, anyOf, oneOf, items].flat())
    if (part !== undefined) visit({ schema: part, place, name }, walk);
  if (isRecord(properties)) {
    for (const [key, value] of Object.entries(properties)) {
      const inner = `${place}.${key}`;
      if (walk.isPersonal(key)) walk.personal.add(inner);
      visit({ schema: value, place: inner, name: key }, walk);
    }
  }
  if (additionalProperties !== undefined && additionalProperties !== false) {
    walk.personal.add(`${place}.*`);
    if (isRecord(additionalProperties)) visit({ schema: additionalProperties, place: `${place}.*`, name: '' }, walk);
  }
  const inner = allOf ?? anyOf ?? oneOf ?? items ?? properties ?? additionalProperties;
  if (inner === undefined) judgeLeaf({ schema, place, name }, walk);
}

function visitShared(ref: string, place: string, walk: Walk): void {
  const schema = walk.lookup(ref);
  if (schema === undefined) walk.personal.add(place);
  else if (isPointer(schema)) walk.undecided.add(place);
  else if (!walk.staff.has(ref) && !walk.seen.has(ref)) {
    walk.seen.add(ref);
    visit({ schema, place: nameOf(ref), name: '' }, walk);
  }
}

function judgeLeaf({ schema, place, name }: Place & { schema: Json }, { lookup, personal, undecided }: Walk): void {
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : undefined;
  const types = [schema.type].flat().filter((type) => type !== 'null');
  if (values !== undefined) {
    if (name === 'type' && values.some((value) => isCustomer(String(value).replace(/\.list$/, ''))))
      personal.add(place);
  } else if (types.length > 0 && types.every((type) => ['string', 'integer', 'number'].includes(String(type)))) {
    const [, stem] = /^(.+)_ids?$/.exec(snakeCase(name)) ?? [];
    // An id of a thing that the description knows is as harmless as the thing; any other may be a person's.
    const isKnown = stem !== undefined && lookup(`#/components/schemas/${stem}`) !== undefined;
    if (name !== 'id' && schema.format !== 'unix-time' && !isKnown) undecided.add(place);
  } else if (types.join() !== 'boolean') personal.add(place);
}

/** An id and a type that may be any: whose they are, only the field that refers to them tells. */
function isPointer({ properties }: Json): boolean {
  if (!isRecord(properties) || Object.keys(properties).sort().join() !== 'id,type') return false;
  return isRecord(properties.type) && properties.type.enum === undefined;
}
