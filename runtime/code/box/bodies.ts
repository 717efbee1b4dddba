import { bodiesOfFunction } from './bodies-of-function.ts';
import type { Body, IsExpression } from './body.ts';

/**
 * What a source can be, the likeliest first: one function, with its call or without, whose body is the program; statements of
 * which the last calls one of the functions, and answers for the program; a body. A reading that was wrong does not parse.
 */
export function bodiesOf(text: string, isExpression: IsExpression): Body[] {
  if (text.trim() === '') return [];
  const trimmed = text.trimEnd();
  const last = answeringLast(trimmed, isExpression);
  return [...bodiesOfFunction(trimmed, isExpression), ...(last === undefined ? [] : [last]), { before: '', text }];
}

/** Statements of which the last, at the beginning of a line, calls a function that stands before it. */
function answeringLast(text: string, isExpression: IsExpression): Body | undefined {
  let at = text.length;
  for (let lines = 0; lines < LAST_LINES && at > 0; lines += 1) {
    at = text.lastIndexOf('\n', at - 1);
    const [, name] = CALL.exec(text.slice(at + 1, at + 1 + LONGEST_CALL)) ?? [];
    if (name === undefined || !declares(text, name)) continue;
    const rest = text.slice(at + 1);
    if (isExpression(rest.replace(/;$/, ''))) return { before: '', text: `${text.slice(0, at + 1)}return ${rest}` };
  }
  return undefined;
}

function declares(text: string, name: string): boolean {
  return [`function ${name}(`, `${name} = async`, `${name} = (`].some((declaration) => text.includes(declaration));
}

const CALL = /^(?:await\s{1,9}|void\s{1,9})?([\w$]+)\(/;
const LONGEST_CALL = 120;
const LAST_LINES = 20;
