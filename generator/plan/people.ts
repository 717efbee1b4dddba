import { isRecord, type Json } from '../json/json-schema.ts';
import { snakeCase } from '../text/words.ts';

/** What APIs call a person who is served by their users, and is none of them. */
const CUSTOMERS = 'contact|customer|guest|lead|passenger|patient|person|subscriber|user|visitor';
const CUSTOMER = new RegExp(`^(?:${CUSTOMERS})s?$`);
const OF_CUSTOMER = new RegExp(`(?:^|_)(?:${CUSTOMERS})s?(?:_|$)`);

/** Names that say by themselves what stands there of a person. */
const PERSONAL =
  /^(?:e_?mail|phone|mobile)(?:_(?:address|number))?$|^(?:first|last|full|given|family)_name$|^(?:date_of_birth|birth_?da(?:te|y))$/;

/** Fields that a person has as any other thing has them; a name is a text, which is undecided wherever it stands. */
const COMMON = new Set(
  'type object id name status url href links metadata workspace_id app_id owner_id tags segments companies'.split(' '),
);

/** The share of all schemas in which a field tells nothing of people. */
const EVERYWHERE = 0.25;

/** What a person who works with the API is called in its paths. */
const STAFF = /(?:^|\/)(?:me|(?:admins?|agents?|teammates?|staff)\/\{[^{}/]+\})$/;

/** Whether something of this name is a customer. */
export function isCustomer(name: string): boolean {
  return CUSTOMER.test(snakeCase(name));
}

/** Whether a field of this name says something of a customer. */
export function isPersonalField(name: string): boolean {
  const words = snakeCase(name);
  return OF_CUSTOMER.test(words) || PERSONAL.test(words);
}

/** Whether what a path leads to is somebody who works with the API. */
export function isStaff(path: string): boolean {
  return STAFF.test(path);
}

/** The texts, objects and lists that are kept of a customer and of hardly anything else. */
export function peopleFields({ components }: Json): ReadonlySet<string> {
  const { schemas } = isRecord(components) ? components : {};
  const all = isRecord(schemas) ? Object.entries(schemas) : [];
  const [people, others] = [true, false].map((wanted) =>
    all.filter(([name]) => isCustomer(name) === wanted).map(([, schema]) => propertiesOf(schema, schemas)),
  );
  const counts = new Map<string, number>();
  for (const [key] of (others ?? []).flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isCommon = (key: string): boolean =>
    COMMON.has(snakeCase(key)) || (counts.get(key) ?? 0) > EVERYWHERE * Math.max(all.length, 20);
  return new Set((people ?? []).flat().flatMap(([key, schema]) => (isCommon(key) || isPlain(schema) ? [] : [key])));
}

/** The reference that a schema or an answer is. */
export function refersTo({ $ref }: Json): string | undefined {
  return typeof $ref === 'string' ? $ref : undefined;
}

/** The name of what a reference leads to. */
export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The properties of a schema and of the parts that it is composed of, one level of references deep. */
function propertiesOf(schema: unknown, schemas: unknown): [string, unknown][] {
  if (!isRecord(schema)) return [];
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flat().map((part) => {
    const ref = isRecord(part) ? refersTo(part) : undefined;
    return ref !== undefined && isRecord(schemas) ? schemas[nameOf(ref)] : part;
  });
  return [schema, ...parts].flatMap((part) =>
    isRecord(part) && isRecord(part.properties) ? Object.entries(part.properties) : [],
  );
}

/** Numbers, booleans, moments and addresses of pages tell hardly anything of somebody. */
function isPlain(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  const types = [schema.type].flat().filter((type) => type !== 'null');
  const isCount = types.length > 0 && types.every((type) => ['integer', 'number', 'boolean'].includes(String(type)));
  return isCount || ['date-time', 'uri'].includes(String(schema.format));
}
