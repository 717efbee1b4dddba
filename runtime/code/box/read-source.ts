import { bodiesOf } from './bodies.ts';
import type { Body } from './body.ts';
import { declaredNames } from './declared-names.ts';
import { type Place, type Placed, placeIn } from './place.ts';
import { stripTypes } from './strip-types.ts';
import { unfence } from './unfence.ts';

/** A program that can be run. */
export interface ReadSource extends Placed {
  /** An expression for a function that answers the program, an async function. */
  readonly wrapped: string;
  /** Variables that it declares, wherever. */
  readonly names: readonly string[];
}

/** Why a source cannot be run, in a sentence, and where. */
export interface SourceFault {
  readonly fault: string;
  readonly place: Place;
}

/** Tries a text as a script, without running it. */
type Parse = (code: string) => { readonly message: string; readonly stack: string } | undefined;

/** Makes a program of what a model wrote: as JavaScript where it is that, else without its types. */
export async function readSource(source: string, parse: Parse): Promise<ReadSource | SourceFault> {
  if (source.length > LONGEST) {
    return { fault: `A program has at most ${LONGEST} characters; this one has ${source.length}.`, place: {} };
  }
  const plain = unfence(source);
  const read = firstBody(plain, false, parse);
  if (!('fault' in read)) return read;
  const stripped = await stripTypes(plain);
  // Where both stumble over one line, the engine says more.
  if ('fault' in stripped) return explained(stripped.place.line === read.place.line ? read : stripped, plain);
  if (stripped.text === plain) return explained(read, plain);
  const typed = firstBody(stripped.text, true, parse);
  return 'fault' in typed ? explained(typed, plain) : typed;
}

/** The first reading of a text that parses; what is wrong with the last where none does. */
function firstBody(text: string, isStripped: boolean, parse: Parse): ReadSource | SourceFault {
  let fault: SourceFault = { fault: 'The program is empty.', place: {} };
  for (const body of bodiesOf(text, (expression) => parse(`(async () => (${expression}\n))`) === undefined)) {
    const wrong = wrongWith(body, asMethod, isStripped, parse) ?? wrongWith(body, asProgram, isStripped, parse);
    if (wrong === undefined) {
      const before = asProgram.before.length + body.before.length;
      return { wrapped: around(body, asProgram), names: declaredNames(body.text), before, isStripped };
    }
    fault = wrong;
  }
  return fault;
}

function wrongWith(body: Body, wrapper: Wrapper, isStripped: boolean, parse: Parse): SourceFault | undefined {
  const wrong = parse(around(body, wrapper));
  if (wrong === undefined) return undefined;
  return {
    fault: wrong.message,
    place: placeIn(wrong.stack, { before: wrapper.before.length + body.before.length, isStripped }),
  };
}

function around({ before: start, text }: Body, { before, after }: Wrapper): string {
  return `${before}${start}${text}${after}`;
}

/** A fault in a sentence, with what to do where that is known. */
function explained({ fault, place }: SourceFault, text: string): SourceFault {
  const imported = /^[ \t]{0,99}import[ \t{*'"]/m.exec(text);
  if (imported !== null) {
    const line = text.slice(0, imported.index).split('\n').length;
    return { fault: 'A program imports nothing: what it may use is there without an import.', place: { line } };
  }
  return { fault, place };
}

interface Wrapper {
  readonly before: string;
  readonly after: string;
}

/**
 * What stands around a program. What may follow the body of a method may not follow that of an arrow function in parentheses,
 * so a text that parses in both closes no brace that it did not open.
 */
const asMethod: Wrapper = { before: '(class { async m() { ', after: '\n} })' };
const asProgram: Wrapper = {
  before:
    "(function () { 'use strict'; return (async () => { arguments[0](function () { return eval(arguments[0]); }); ",
  after: '\n}); })',
};

/** Characters; reading is linear but for thousands of declarations side by side. */
const LONGEST = 100_000;
