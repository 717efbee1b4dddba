import type { Case } from '../ir/ir.ts';

/** Characters of what is said of the forms: more would say less. */
const longest = 90;

/** What an argument stands among: the forms, what all of them need, and the other arguments of a body that may be left out. */
export interface CaseContext {
  readonly cases: readonly Case[];
  readonly always: readonly string[];
  readonly others: readonly string[];
}

/** When an argument is needed that is not always: beside or in place of which others, or with which values of them; empty where nothing is to be said. */
export function caseWords(key: string, { cases, always, others }: CaseContext): string {
  const words = always.includes(key) ? besideWords(others) : (valueWords(key, cases) ?? choiceWords(key, cases));
  return words.length > longest ? '' : words;
}

function besideWords(others: readonly string[]): string {
  const named = others.length > 4 ? 'other arguments of the body' : others.join(' or ');
  return others.length === 0 ? '' : `Needed with ${named}.`;
}

/** Needed with some values of one other argument. */
function valueWords(key: string, cases: readonly Case[]): string | undefined {
  const whens = cases.filter(({ required }) => required.includes(key)).map(({ when }) => Object.entries(when));
  const [first] = whens.flat();
  if (first === undefined || first[0] === key) return undefined;
  if (!whens.every((entries) => entries.length === 1 && entries[0]?.[0] === first[0])) return undefined;
  const values = new Set(whens.flat().flatMap(([, listed]) => listed.map(String)));
  return `Needed for ${first[0]} ${[...values].join(' or ')}.`;
}

/** Needed in place of others. */
function choiceWords(key: string, cases: readonly Case[]): string {
  const areChoices = cases.every(({ when, required }) => Object.keys(when).length === 0 && required.length > 0);
  if (!areChoices || !cases.some(({ required }) => required.includes(key))) return '';
  return `Give ${[...new Set(cases.map(({ required }) => required.join(' and ')))].join(', or ')}.`;
}
