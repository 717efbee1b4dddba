import { isRecord, type Json, resolve, type Schema } from './contract.ts';

type Fit = (value: unknown) => unknown;

/** Says that a value has no place in an answer. */
const NOTHING = undefined;

const fits = new WeakMap<Schema, Fit>();

/** Fits a value to a schema of the contract, as a `Handler` says. Worked out once a schema. */
export function conform(schema: Schema, value: unknown): unknown {
  return fitterOf(schema)(value);
}

function fitterOf(schema: Schema): Fit {
  const known = fits.get(schema);
  if (known !== undefined) return known;
  // Set first, so that a schema that holds itself finds the one that is being made.
  let made: Fit | undefined;
  const later: Fit = (value) => made?.(value);
  fits.set(schema, later);
  made = nullable(schema, makeFit(schema));
  fits.set(schema, made);
  return made;
}

function nullable(schema: Schema, fitted: Fit): Fit {
  const allowed = isNullable(schema);
  return (value) => (value === null ? (allowed ? null : NOTHING) : fitted(value));
}

function isNullable(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  if (schema.nullable === true) return true;
  if (typeof schema.$ref === 'string') return isNullable(resolve(schema));
  return formsOf(schema).some(isNullable);
}

function formsOf(schema: Json): unknown[] {
  return [schema.oneOf, schema.anyOf].flatMap((forms) => (Array.isArray(forms) ? forms : []));
}

function makeFit(schema: Schema): Fit {
  const resolved = resolve(schema);
  const forms = formsOf(resolved);
  if (forms.length > 0 && propertiesOf(resolved).size === 0) {
    const { propertyName } = isRecord(resolved.discriminator) ? resolved.discriminator : {};
    return oneOfForms(forms.filter(isRecord), typeof propertyName === 'string' ? propertyName : 'type');
  }
  const properties = propertiesOf(resolved);
  if (properties.size > 0) return objectFit(resolved, properties);
  if (resolved.type === 'array') return listFit(isRecord(resolved.items) ? resolved.items : {});
  if (resolved.type === 'string') return (value) => (typeof value === 'number' ? String(value) : value);
  if (resolved.type === 'integer' || resolved.type === 'number') return toNumber;
  return (value) => value;
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) && Number.isSafeInteger(Number(value))
    ? Number(value)
    : value;
}

function listFit(items: Schema): Fit {
  return (value) => (Array.isArray(value) ? value.map(fitterOf(items)).filter((item) => item !== NOTHING) : value);
}

/** The properties of an object and of every part that it is composed of. */
function propertiesOf(schema: unknown): Map<string, Schema> {
  const resolved = resolve(schema);
  const parts = Array.isArray(resolved.allOf) ? resolved.allOf.flatMap((part) => [...propertiesOf(part)]) : [];
  const own = isRecord(resolved.properties) ? Object.entries(resolved.properties) : [];
  return new Map([...parts, ...own.map(([name, part]) => [name, isRecord(part) ? part : {}] as const)]);
}

function objectFit(schema: Schema, properties: ReadonlyMap<string, Schema>): Fit {
  const isOpen = isRecord(schema.additionalProperties) || schema.additionalProperties === true;
  const known = [...properties].map(([name, part]) => ({ name, fitted: fitterOf(part), orNull: isNullable(part) }));
  return (value) => {
    if (!isRecord(value)) return value;
    const answer: Json = isOpen ? { ...value } : {};
    for (const { name, fitted, orNull } of known) {
      const part = value[name];
      const kept = part === undefined ? (orNull ? null : NOTHING) : fitted(part);
      if (kept === NOTHING) delete answer[name];
      else answer[name] = kept;
    }
    return answer;
  };
}

/** The form whose `key`, such as `type`, is the value's own, else the form that takes values of this kind. */
function oneOfForms(forms: readonly Schema[], key: string): Fit {
  return (value) => {
    const kind = isRecord(value) ? 'object' : Array.isArray(value) ? 'array' : typeof value;
    const form =
      forms.find((candidate) => isRecord(value) && namesOf(candidate, key)?.includes(value[key])) ??
      closestOf(
        forms.filter((candidate) => kindOf(candidate) === kind),
        value,
      ) ??
      forms.find((candidate) => kindOf(candidate) === 'any');
    return form === undefined ? value : fitterOf(form)(value);
  };
}

/** Of forms of one kind, the one that knows most keys of an object, and of those the one that lacks fewest. */
function closestOf(forms: readonly Schema[], value: unknown): Schema | undefined {
  if (!isRecord(value) || forms.length < 2) return forms[0];
  const distance = (form: Schema): number => {
    const known = propertiesOf(form);
    const lost = Object.keys(value).filter((key) => !known.has(key)).length;
    return lost * 1000 + [...known.keys()].filter((key) => value[key] === undefined).length;
  };
  const [closest] = forms.toSorted((a, b) => distance(a) - distance(b));
  return closest;
}

function namesOf(schema: Schema, key: string): unknown[] | undefined {
  const values = propertiesOf(schema).get(key)?.enum;
  return Array.isArray(values) ? values : undefined;
}

function kindOf(schema: Schema): string {
  const { type } = resolve(schema);
  if (propertiesOf(schema).size > 0) return 'object';
  return type === 'integer' ? 'number' : typeof type === 'string' ? type : 'any';
}
