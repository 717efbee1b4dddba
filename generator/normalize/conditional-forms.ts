import { isRecord, type Json } from '../json/json-schema.ts';
import { type Condition, conditionsOf, keyWhen, unconditional, valuesWhen, withoutKey } from './conditions.ts';
import { intersect } from './intersect.ts';

/** What the forms under a condition are made with. */
interface Making {
  /** The forms of a schema, as they stand beside this one. */
  readonly formsOf: (schema: Json) => readonly Json[];
  /** The values that a property of the form lists. */
  readonly listed: (form: Json, name: string) => readonly unknown[] | undefined;
}

/**
 * A form under a condition: the one of objects for which it holds and that of the others, where the values of a property, or a
 * key, tell these apart; else one form, which has the properties of both and needs nothing of what they do.
 */
export function conditionalForms(form: Json, condition: Condition, { formsOf, listed }: Making): Json[] {
  const { when, holds, otherwise } = condition;
  /** The forms of a part beside what is known: the conditions of the part are about that too. */
  const beside = (known: Json, part: Json): Json[] =>
    conditionsOf(part).reduce<Json[]>(
      (forms, inner) => forms.flatMap((one) => conditionalForms(one, inner, { formsOf, listed })),
      formsOf(unconditional(part)).map((other) => intersect(known, other)),
    );
  const key = keyWhen(when);
  if (key !== undefined)
    return [...beside(form, holds), ...beside(form, otherwise).map((other) => withoutKey(other, key))];
  const told = valuesWhen(when);
  const all = told && listed(form, told.name);
  if (told === undefined || all === undefined) return [openForm(form, condition, formsOf)];
  const { name, values } = told;
  const those = all.filter((value) => values.includes(value));
  const others = all.filter((value) => !values.includes(value));
  return [
    ...(those.length > 0 ? beside(withValues(form, name, those), holds) : []),
    ...(others.length > 0 ? beside(withValues(form, name, others), otherwise) : []),
  ];
}

/** A form that has the properties of what holds under a condition and elsewhere, and needs nothing of what these do. */
export function openForm(form: Json, { holds, otherwise }: Condition, formsOf: Making['formsOf']): Json {
  const others = [...formsOf(holds), ...formsOf(otherwise)];
  const more = others.flatMap(({ properties }) => (isRecord(properties) ? Object.entries(properties) : []));
  const own = isRecord(form.properties) ? form.properties : {};
  const added = more.filter(([key]) => !Object.hasOwn(own, key));
  return added.length === 0 ? form : { ...form, properties: { ...Object.fromEntries(added), ...own } };
}

function withValues(form: Json, name: string, values: readonly unknown[]): Json {
  const properties = isRecord(form.properties) ? form.properties : {};
  const known = isRecord(properties[name]) ? properties[name] : {};
  const { const: _, ...rest } = known;
  return { ...form, properties: { ...properties, [name]: intersect(rest, { enum: [...values] }) } };
}
