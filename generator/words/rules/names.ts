import type { Rule } from './rule.ts';

/** Names of tools as texts have them. */
const TOOL =
  /\b(?:(?:list_all|get_single|create_a|create_or_update_a|update_a|replace_a|delete_a|check_a)_)[a-z0-9_]+/g;

/** A tool that is not there cannot be called. */
export const toolExists: Rule = {
  help: 'Name the tool as it is called now, or leave the clause out.',
  check: ({ texts }, { tools }) =>
    texts.flatMap((text) =>
      [...text.text.matchAll(TOOL)]
        .filter(([name]) => !tools.has(name))
        .map(([name]) => ({ text, message: `there is no tool ${name}` })),
    ),
};

/** A name of two or more words that are joined by underscores. */
const NAME = /(?<![\w.])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w])/g;

/** A field that is not there sends a model looking for it. */
export const fieldExists: Rule = {
  help: 'Name the argument, the property or the value as it is called now.',
  check: ({ texts }, { tools, names }) =>
    texts.flatMap((text) =>
      [...text.text.replace(TOOL, '').matchAll(NAME)]
        .filter(([name]) => !tools.has(name) && !names.has(name) && !names.has(`${name}.`))
        .map(([name]) => ({ text, message: `the description of the API knows no ${name}` })),
    ),
};
