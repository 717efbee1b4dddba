import type { Case } from '../ir/ir.ts';
import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { absentKeys } from './conditions.ts';
import { listedValues } from './listed-values.ts';

/** Combinations of the forms of several objects that are told; beyond it what the last one needs is left to the API. */
const mostCases = 64;

/** The forms of an object that has several, and what all of them need. */
export interface Cases {
  readonly cases: readonly Case[];
  readonly always: readonly string[];
}

/** What tells the forms of an object apart, what each needs, and what a closed one does not take; `keys` are those that can be sent. */
export function casesOf(
  forms: readonly Json[],
  { keys, lookup }: { readonly keys: ReadonlySet<string>; readonly lookup: Lookup },
): Cases {
  const needs = forms.map((form) => requiredOf(form).filter((key) => keys.has(key)));
  const always = (needs[0] ?? []).filter((key) => needs.every((required) => required.includes(key)));
  if (forms.length < 2) return { cases: [], always };
  const values = new Map([...keys].map((key) => [key, forms.map((form) => valuesAt(form, key, lookup))] as const));
  const telling = [...values].flatMap(([key, listed]) =>
    listed.every((own) => own !== undefined) && !listed.every((own) => sameJson(own, listed[0])) ? [key] : [],
  );
  /** Arguments that a form needs with fewer values than another form takes. */
  const narrowed = (index: number): string[] =>
    (needs[index] ?? []).filter((key) => {
      const own = values.get(key)?.[index];
      const others = values.get(key) ?? [];
      return own && !telling.includes(key) && others.some((listed) => listed?.some((value) => !own.includes(value)));
    });
  const cases: Case[] = [];
  for (const [index, form] of forms.entries()) {
    const named = [...telling, ...narrowed(index)];
    const absent = absentKeys(form).filter((key) => keys.has(key));
    const without = [...(isClosed(form) ? [...keys].filter((key) => !has(form, key)) : []), ...absent];
    const one: Case = {
      when: Object.fromEntries(named.map((key) => [key, values.get(key)?.[index] ?? []])),
      required: (needs[index] ?? []).filter((key) => !always.includes(key)),
      ...(without.length > 0 && { without }),
    };
    if (!cases.some((other) => sameJson(other, one))) cases.push(one);
  }
  const anythingGoes = cases.some(
    ({ when, required, without }) => required.length === 0 && Object.keys(when).length === 0 && without === undefined,
  );
  return { cases: anythingGoes || cases.length < 2 ? [] : cases, always };
}

/** The forms of an object that need not be there: as they are, or none of its keys is. */
export function withoutAny(
  cases: readonly Case[],
  { always, keys }: { readonly always: readonly string[]; readonly keys: readonly string[] },
): readonly Case[] {
  if (cases.length === 0 && always.length === 0) return [];
  const there = cases.length > 0 ? cases : [{ when: {}, required: [] }];
  return [
    ...there.map((one) => ({ ...one, required: [...always, ...one.required] })),
    { when: {}, required: [], without: [...keys] },
  ];
}

/** The forms of several objects at once: each of one with each of the others. */
export function combineCases(groups: readonly (readonly Case[])[]): readonly Case[] {
  return groups.reduce<readonly Case[]>((all, group) => {
    if (all.length === 0 || group.length === 0) return all.length === 0 ? group : all;
    if (all.length * group.length > mostCases) return all;
    return all.flatMap((one) =>
      group.map((other) => {
        const without = [...(one.without ?? []), ...(other.without ?? [])];
        return {
          when: { ...one.when, ...other.when },
          required: [...one.required, ...other.required],
          ...(without.length > 0 && { without }),
        };
      }),
    );
  }, []);
}

function requiredOf(form: Json): string[] {
  return Array.isArray(form.required) ? form.required.filter((key): key is string => typeof key === 'string') : [];
}

function has({ properties }: Json, key: string): boolean {
  return isRecord(properties) && Object.hasOwn(properties, key);
}

function valuesAt(form: Json, key: string, lookup: Lookup): readonly unknown[] | undefined {
  const property = isRecord(form.properties) && has(form, key) ? form.properties[key] : undefined;
  return isRecord(property) ? listedValues(property, lookup) : undefined;
}

/** Whether a form takes no keys but its own. */
function isClosed({ additionalProperties, unevaluatedProperties, patternProperties }: Json): boolean {
  return (additionalProperties ?? unevaluatedProperties) === false && patternProperties === undefined;
}
