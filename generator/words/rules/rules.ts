import { argumentExists, echo, idExplained } from './arguments.ts';
import { firstWord, resourceWord, titleCase } from './first-words.ts';
import { fieldExists, toolExists } from './names.ts';
import { namesSearch, toldApart } from './neighbours.ts';
import type { Rule } from './rule.ts';
import { blanks, command, ends, length, markup, stub, timeBound, webPage } from './texts.ts';

/** The rules of words by their names; docs/words.md explains each, and a test holds the two together. */
export const rules = {
  stub,
  length,
  blanks,
  ends,
  markup,
  'web-page': webPage,
  'time-bound': timeBound,
  command,
  'first-word': firstWord,
  'resource-word': resourceWord,
  'title-case': titleCase,
  'told-apart': toldApart,
  'names-search': namesSearch,
  'tool-exists': toolExists,
  'field-exists': fieldExists,
  'argument-exists': argumentExists,
  'argument-echo': echo,
  'id-explained': idExplained,
} as const satisfies Readonly<Record<string, Rule>>;

/** The name of a rule. */
export type RuleName = keyof typeof rules;
