import { CUT_MARK } from '../value/cut-mark.ts';
import { InputError, type InputProblem } from '../value/errors.ts';

/** What an answer shows of a secret. */
const MASK = /^[*•]{4,}$/;

/** Throws {@link InputError} for what was read in part: a text or list that was cut, a secret that was masked. Written back, the rest would be lost. */
export function refusePartial(input: Readonly<Record<string, unknown>>): void {
  const problems: InputProblem[] = [];
  const left: [argument: string, value: unknown][] = Object.entries(input).reverse();
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const [argument, value] = one;
    if (typeof value === 'string') {
      if (CUT_MARK.test(value.slice(-200))) problems.push({ argument, message: CUT });
      if (MASK.test(value)) problems.push({ argument, message: MASKED });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value).reverse()) left.push([`${argument}.${key}`, part]);
  }
  if (problems.length > 0) throw new InputError(problems);
}

const CUT = 'ends where the answer was cut that it was read from: read the rest, and send the whole';
const MASKED = 'is the mask of a secret that no answer shows: give the secret, or leave out the argument that holds it';
