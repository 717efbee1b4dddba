import type { Case } from '../tool/tool.ts';
import type { InputProblem } from '../value/errors.ts';
import { own } from '../value/value.ts';

/** What keeps an input from fitting any form of its tool; empty where it fits one, or where the tool has no forms. */
export function checkCases(
  cases: readonly Case[] | undefined,
  input: Readonly<Record<string, unknown>>,
): InputProblem[] {
  if (cases === undefined || cases.some((one) => applies(one, input) && missing(one, input).length === 0)) return [];
  const near = cases.filter((one) => applies(one, input));
  if (near.length === 0) {
    const refused = cases.filter((one) => fits(one, input)).flatMap((one) => unwanted(one, input));
    if (refused.length > 0) return together(cases, refused, input);
    const keys = [...new Set(cases.flatMap(({ when }) => Object.keys(when)))];
    const raw = keys.map((key) => `${key} ${JSON.stringify(own(input, key)) ?? 'left out'}`).join(' with ');
    const forms = [...new Set(cases.map(({ when }) => condition(when)))].join('; ');
    return [{ argument: keys[0] ?? '', message: `${raw} is no form of this tool. Its forms are: ${forms}` }];
  }
  const needed = near.map((one) => missing(one, input));
  const where = near[0] && Object.keys(near[0].when).length > 0 ? `, needed for ${condition(near[0].when)}` : '';
  if (needed.length === 1) {
    return (needed[0] ?? []).map((argument) => ({ argument, message: `is missing${where}` }));
  }
  const choices = needed.map((keys) => keys.join(' and ')).join(', or ');
  return [{ argument: '', message: `give ${choices}${where}` }];
}

function applies(one: Case, input: Readonly<Record<string, unknown>>): boolean {
  return fits(one, input) && unwanted(one, input).length === 0;
}

/** What is given and a form does not take. */
function unwanted({ without = [] }: Case, input: Readonly<Record<string, unknown>>): string[] {
  return without.filter((key) => own(input, key) !== undefined);
}

/** Arguments that no form takes beside each other. */
function together(
  cases: readonly Case[],
  refused: readonly string[],
  input: Readonly<Record<string, unknown>>,
): InputProblem[] {
  const known = new Set(
    cases.flatMap(({ when, required, without = [] }) => [...Object.keys(when), ...required, ...without]),
  );
  const names = [...known].filter((key) => own(input, key) !== undefined);
  return [{ argument: refused[0] ?? '', message: `${names.join(' and ')} do not go together: leave some of them out` }];
}

/** Whether what tells a form apart is as it has it. */
function fits({ when, required }: Case, input: Readonly<Record<string, unknown>>): boolean {
  // What is only missing is said to be missing.
  return Object.entries(when).every(
    ([key, values]) => values.includes(own(input, key)) || (own(input, key) === undefined && required.includes(key)),
  );
}

function missing({ required }: Case, input: Readonly<Record<string, unknown>>): string[] {
  return required.filter((key) => own(input, key) === undefined);
}

function condition(when: Case['when']): string {
  return Object.entries(when)
    .map(([key, values]) => `${key} ${values.join(' or ')}`)
    .join(' with ');
}
