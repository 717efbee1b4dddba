import type { Body, IsExpression } from './body.ts';

/** How a text can be read that begins with a function; none where it does not. */
export function bodiesOfFunction(text: string, isExpression: IsExpression): Body[] {
  const start = startOf(text);
  const head = HEAD.exec(text.slice(start, start + LONGEST_HEAD));
  if (head === null) return [];
  const [whole, outer, assigned, inner, declared, ownParameters, parameters = ownParameters, brace] = head;
  const name = assigned || declared || undefined;
  const isWrapped = (outer ?? inner) !== undefined;
  const from = start + whole.length;
  const expression = text.replace(/;$/, '');
  const readings: (string | undefined)[] = [];
  // Parameters name what the world has anyway; one with a default is a variable of its own.
  if (!parameters?.includes('=')) {
    const blank = text.slice(0, from).replaceAll(/[^\n]/g, ' ');
    if (brace !== undefined) readings.push(insideOf(text, { from, blank, name, isWrapped }));
    else if (name === undefined && !isWrapped) readings.push(`${blank}return (${expression.slice(from)}\n)`);
  }
  if (name !== undefined && text.endsWith('}')) readings.push(`${text}\nreturn ${name}();`);
  const bodies = readings.filter((reading) => reading !== undefined).map((reading) => ({ before: '', text: reading }));
  if (name !== undefined || !isExpression(expression)) return bodies;
  return [...bodies, { before: calledWith(parameters?.includes('{') ? 'globalThis' : ''), text: `${expression}\n)` }];
}

/** Where the first word stands, behind comments. */
function startOf(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charAt(at).trim() === '') at += 1;
    const end = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined;
    if (end === undefined) return at;
    const found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length : found + end.length;
  }
}

/** Calls what an expression is, where that is a function; a parameter that takes parts of the world finds them. */
function calledWith(world: string): string {
  return `return ((made) => (typeof made === 'function' ? made(${world}) : made))(`;
}

interface FunctionParts {
  /** Where its body begins. */
  readonly from: number;
  /** Spaces in place of what stands before that. */
  readonly blank: string;
  readonly name: string | undefined;
  readonly isWrapped: boolean;
}

/** The body of the one function that a text is; undefined where it ends otherwise, or calls itself by its name. */
function insideOf(text: string, { from, blank, name, isWrapped }: FunctionParts): string | undefined {
  const [tail] = tailOf(name, isWrapped).exec(text.slice(-LONGEST_TAIL)) ?? [];
  if (tail === undefined || from > text.length - tail.length) return undefined;
  const inside = text.slice(from, text.length - tail.length);
  return name !== undefined && inside.includes(name) ? undefined : `${blank}${inside}`;
}

/** How a text ends that is one function and nothing else, its last brace first. */
function tailOf(name: string | undefined, isWrapped: boolean): RegExp {
  if (isWrapped) return new RegExp(`\\}\\s*(?:\\)\\s*(?:\\(\\s*\\)${CHAIN})?|\\(\\s*\\)\\s*\\)${CHAIN})\\s*;?$`);
  if (name === undefined) return /\}\s*;?$/;
  const called = name.replaceAll('$', '\\$');
  return new RegExp(`\\}\\s*;?(?:\\s*(?:return\\s+)?(?:await\\s+|void\\s+)?${called}\\s*\\(\\s*\\)${CHAIN}\\s*;?)?$`);
}

/** What a function begins with that is a whole program: an optional opening, a declared or assigned name, parameters, its brace. */
const HEAD =
  /^(?:export\s+(?:default\s+)?)?(?:return\s+)?(?:(?:await|void)\s+)?(\(\s*)?(?:(?:const|let|var)\s+([\w$]+)\s*=\s*(\(\s*)?)?(?:async\s*)?(?:function\s*([\w$]*)\s*\(([^()]*)\)\s*|(?:\(([^()]*)\)|[\w$]+)\s*=>\s*)(\{)?/;

/** What may be called on the promise of such a function, which changes nothing for the program. */
const CHAIN = '(?:\\s*\\.(?:then|catch|finally)\\([^(){}]*\\))*';

const LONGEST_HEAD = 500;
const LONGEST_TAIL = 200;
