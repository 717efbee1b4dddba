import { isRecord, type Json } from '../json/json-schema.ts';
import { type Condition, conditionsOf, keyWhen, unconditional, valuesWhen, withoutKey } from './conditions.ts';
import { intersect } from './intersect.ts';

/** What the forms under a condition are made with. */
interface Making {
  /** The forms of a schema, as they stand beside this one. */
  readonly formsOf: (schema: Json) => readonly Json[];
  /** The values that a property of the form lists. */
  readonly listed: (form: Json, name: string) => readonly unknown[] | undefined;
  /** How many forms are told apart, and under how many conditions beside each other. */
  readonly most: number;
  /** How many times a form may still be looked at under a condition, those within others among them. */
  readonly room: { left: number };
}

/**
 * Forms under conditions, one after the other. Where there are more conditions, or would be more forms, than are told apart, a form
 * has the properties of both sides of a condition and needs nothing of what they do.
 */
export function formsUnder<One extends { readonly schema: Json }>(
  forms: readonly One[],
  conditions: readonly Condition[],
  making: Making,
): One[] {
  const { most, formsOf } = making;
  const each = (from: readonly One[], make: (schema: Json) => Json[]): One[] =>
    from.flatMap((one) => make(one.schema).map((schema) => ({ ...one, schema })));
  if (conditions.length > most) return each(forms, (schema) => [openForm(schema, conditions, formsOf)]);
  let known = [...forms];
  for (const condition of conditions) {
    const told = each(known, (schema) => conditionalForms(schema, condition, making));
    known = told.length > most ? each(known, (schema) => [openForm(schema, [condition], formsOf)]) : told;
  }
  return known;
}

/**
 * A form under a condition: the one of objects for which it holds and that of the others, where the values of a property, or a
 * key, tell these apart; else one form, which has the properties of both and needs nothing of what they do.
 */
function conditionalForms(form: Json, condition: Condition, making: Making): Json[] {
  const { when, holds, otherwise } = condition;
  const { formsOf, listed, room } = making;
  room.left -= 1;
  if (room.left < 0) return [openForm(form, [condition], formsOf)];
  /** The forms of a part beside what is known: the conditions of the part are about that too. */
  const beside = (known: Json, part: Json): Json[] => {
    const forms = formsOf(unconditional(part)).map((other) => ({ schema: intersect(known, other) }));
    return formsUnder(forms, conditionsOf(part), making).map(({ schema }) => schema);
  };
  const key = keyWhen(when);
  if (key !== undefined)
    return [...beside(form, holds), ...beside(form, otherwise).map((other) => withoutKey(other, key))];
  const told = valuesWhen(when);
  const all = told && listed(form, told.name);
  if (told === undefined || all === undefined) return [openForm(form, [condition], formsOf)];
  const { name, values } = told;
  const those = all.filter((value) => values.includes(value));
  const others = all.filter((value) => !values.includes(value));
  return [
    ...(those.length > 0 ? beside(withValues(form, name, those), holds) : []),
    ...(others.length > 0 ? beside(withValues(form, name, others), otherwise) : []),
  ];
}

/** A form that has the properties of what holds under conditions and elsewhere, and needs nothing of what these do. */
function openForm(form: Json, conditions: readonly Condition[], formsOf: Making['formsOf']): Json {
  const own = isRecord(form.properties) ? form.properties : {};
  const added = new Map<string, unknown>();
  for (const { holds, otherwise } of conditions) {
    const others = [...formsOf(holds), ...formsOf(otherwise)];
    const more = others.flatMap(({ properties }) => (isRecord(properties) ? Object.entries(properties) : []));
    for (const [key, property] of new Map(more))
      if (!Object.hasOwn(own, key) && !added.has(key)) added.set(key, property);
  }
  return added.size === 0 ? form : { ...form, properties: { ...Object.fromEntries(added), ...own } };
}

function withValues(form: Json, name: string, values: readonly unknown[]): Json {
  const properties = isRecord(form.properties) ? form.properties : {};
  const known = isRecord(properties[name]) ? properties[name] : {};
  const { const: _, ...rest } = known;
  return { ...form, properties: { ...properties, [name]: intersect(rest, { enum: [...values] }) } };
}
