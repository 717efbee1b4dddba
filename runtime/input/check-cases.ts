import type { Case } from '../tool/tool.ts';
import type { InputProblem } from '../value/errors.ts';
import { own } from '../value/value.ts';

/** What keeps an input from fitting any form of its tool; empty where it fits one, or where the tool has no forms. */
export function checkCases(
  cases: readonly Case[] | undefined,
  input: Readonly<Record<string, unknown>>,
): InputProblem[] {
  if (cases === undefined) return [];
  const whole = cases.filter((one) => applies(one, input) && missing(one, input).length === 0);
  if (whole.length > 0) return isUnclear(whole, input) ? [noForm(whole, input)] : [];
  const near = cases.filter((one) => applies(one, input));
  if (near.length === 0) {
    const refused = cases.filter((one) => fits(one, input)).flatMap((one) => unwanted(one, input));
    if (refused.length > 0) return together(cases, refused, input);
    return [noForm(cases, input)];
  }
  const needed = near.map((one) => missing(one, input));
  const conditions = near.map(({ when }) => condition(when));
  const isOneCondition = new Set(conditions).size === 1;
  const where = isOneCondition && conditions[0] ? `, needed for ${conditions[0]}` : '';
  if (needed.length === 1) {
    return (needed[0] ?? []).map((argument) => ({ argument, message: `is missing${where}` }));
  }
  const choices = near.map((one, at) => {
    const keys = needed[at] ?? [];
    if (isOneCondition || !conditions[at]) return keys.join(' and ');
    const others = keys.filter((key) => !Object.hasOwn(one.when, key));
    return others.length > 0 ? `${others.join(' and ')} for ${conditions[at]}` : conditions[at];
  });
  return [{ argument: '', message: `give ${choices.join(', or ')}${where}` }];
}

function noForm(cases: readonly Case[], input: Readonly<Record<string, unknown>>): InputProblem {
  const keys = [...new Set(cases.flatMap(({ when }) => Object.keys(when)))];
  const raw = keys.map((key) => `${key} ${JSON.stringify(own(input, key)) ?? 'left out'}`).join(' with ');
  const forms = [...new Set(cases.map(({ when }) => condition(when)))].join('; ');
  return { argument: keys[0] ?? '', message: `${raw} is no form of this tool. Its forms are: ${forms}` };
}

/** Whether several forms have all that each of them needs, and what tells them apart was left out. */
function isUnclear(whole: readonly Case[], input: Readonly<Record<string, unknown>>): boolean {
  return (
    whole.length > 1 &&
    whole.every(({ when, required }) => {
      return required.length > 0 && Object.keys(when).some((key) => own(input, key) === undefined);
    })
  );
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
function fits({ when }: Case, input: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when).every(([key, values]) => {
    const value = own(input, key);
    // What is missing, where a form needs it, is said to be missing; elsewhere it may be left out.
    return value === undefined || values.includes(value);
  });
}

function missing({ required }: Case, input: Readonly<Record<string, unknown>>): string[] {
  return required.filter((key) => own(input, key) === undefined);
}

function condition(when: Case['when']): string {
  return Object.entries(when)
    .map(([key, values]) => `${key} ${values.join(' or ')}`)
    .join(' with ');
}
