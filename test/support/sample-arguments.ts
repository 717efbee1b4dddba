import type { Case } from '../../runtime/tool/tool.ts';
import { type Choose, type SampleContext, type SampleSchema, sampleValue } from './sample-value.ts';

/** Why arguments were sampled: the required ones alone, all of them, or all with every alternative used at least once. */
export type Round = 'required' | 'all' | 'alternatives';

/** Arguments for one call of a tool. */
export interface SampledCall {
  readonly round: Round;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a tool's arguments may be; `cases` are the forms of an input that has several. */
export interface Sampled {
  readonly schema: SampleSchema;
  readonly cases?: readonly Case[] | undefined;
}

/**
 * Arguments for a tool, the same on every run: each form with its required arguments, each form with all that it takes,
 * then as many more as it needs until every alternative and every enum value was used. `next_cursor` is left out:
 * only an answer can give one.
 */
export function* sampleArguments({ schema, cases }: Sampled): Generator<SampledCall> {
  const forms: readonly Case[] = cases ?? [{ when: {}, required: [] }];
  const taken = new Map<string, { size: number; count: number }>();
  const choose: Choose = (place, among) => {
    const known = taken.get(place) ?? { size: among.length, count: 0 };
    const chosen = among.slice(known.count % among.length)[0];
    taken.set(place, { ...known, count: known.count + 1 });
    if (chosen === undefined) throw new Error(`${place}: nothing to choose from`);
    return chosen;
  };
  const sample = (round: Round, form: Case): SampledCall => ({
    round,
    arguments: sampleForm(schema, { forms, form, all: round !== 'required', choose }),
  });
  for (const round of ['required', 'all'] as const) for (const form of forms) yield sample(round, form);
  for (let turn = 0; [...taken.values()].some(({ size, count }) => count < size); turn++) {
    if (turn > 1000) throw new Error('an alternative cannot be reached');
    yield sample('alternatives', forms[turn % forms.length] ?? { when: {}, required: [] });
  }
}

interface Form {
  readonly forms: readonly Case[];
  readonly form: Case;
  readonly all: boolean;
  readonly choose: Choose;
}

/** All that a form takes is everything but what only the other forms need. */
function sampleForm(schema: SampleSchema, { forms, form, all, choose }: Form): Record<string, unknown> {
  const properties = schema.properties ?? {};
  const needed = new Set([...(schema.required ?? []), ...Object.keys(form.when), ...form.required]);
  const others = new Set(forms.flatMap(({ required }) => required));
  const keys = Object.keys(properties).filter(
    (key) => key !== 'next_cursor' && !key.startsWith('parts_') && (needed.has(key) || (all && !others.has(key))),
  );
  const context: SampleContext = { choose, all, definitions: schema.$defs ?? {} };
  return Object.fromEntries(
    keys.map((key) => {
      const values = form.when[key];
      const place = `/${key}`;
      const value =
        values === undefined
          ? sampleValue(properties[key] ?? {}, place, context)
          : choose(`${place}?${forms.indexOf(form)}`, values);
      return [key, value];
    }),
  );
}
