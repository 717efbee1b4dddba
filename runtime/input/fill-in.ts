import type * as z from 'zod';
import type { Notes } from '../search/notes.ts';
import type { ObjectSchema } from '../tool/object-schema.ts';
import type { Case } from '../tool/tool.ts';
import { own } from '../value/value.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Arguments with those that were left out and can have one value only, by their schema or by the forms that are left. */
export function fillIn(
  { shape, cases = [] }: Pick<ObjectSchema, 'shape'> & { cases: readonly Case[] | undefined },
  input: Arguments,
  { repair }: Pick<Notes, 'repair'>,
): Arguments {
  const constants = Object.entries(shape).flatMap(([name, schema]) => onlyValue(name, schema));
  const found = [...constants, ...byForms(cases, input)].filter(([name]) => own(input, name) === undefined);
  for (const [name, value] of found)
    repair(`${name}: ${JSON.stringify(value)} was filled in, the only value that fits`);
  return found.length === 0 ? input : { ...input, ...Object.fromEntries(found) };
}

function onlyValue(name: string, schema: z.core.$ZodType): [string, unknown][] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const values = def.type === 'enum' ? Object.values(def.entries) : def.type === 'literal' ? def.values : [];
  return values.length === 1 ? [[name, values[0]]] : [];
}

/** What tells apart the forms that the arguments can still have, where these agree on it. */
function byForms(cases: readonly Case[], input: Arguments): [string, unknown][] {
  const open = cases.filter(
    ({ when, without = [] }) =>
      without.every((name) => own(input, name) === undefined) &&
      Object.entries(when).every(
        ([name, values]) => own(input, name) === undefined || values.includes(own(input, name)),
      ),
  );
  const whole = open.filter(({ when, required }) =>
    required.every((name) => own(input, name) !== undefined || Object.hasOwn(when, name)),
  );
  const left = whole.length > 0 ? whole : open;
  const names = [...new Set(left.flatMap(({ when }) => Object.keys(when)))];
  return names.flatMap((name) => {
    const values = new Set(left.flatMap(({ when }) => (Object.hasOwn(when, name) ? (when[name] ?? []) : [undefined])));
    const [value] = values;
    return values.size === 1 && value !== undefined ? [[name, value] as [string, unknown]] : [];
  });
}
