import type { FieldRule } from './field-rule.ts';
import type { Scalar } from './field-value.ts';
import { invalid } from './search-fault.ts';

/** Unix seconds that a calendar can tell the day of, in years with four to six digits. */
const EARLIEST = -60_000_000_000;
const LATEST = 8_000_000_000_000;

const expected: Readonly<Record<FieldRule['type'], string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  date: 'a UNIX timestamp',
  any: 'a string, a number or a boolean',
};

/** One value of a filter in the form it is compared in; throws a fault where it is not of the type that is needed. */
export function readOperand(value: unknown, name: string, type: FieldRule['type']): Scalar {
  const operand = isScalar(value) && accepts[type](value) ? canonical(value, type) : undefined;
  if (operand === undefined) throw invalid(`${name} must be ${expected[type]}`);
  return operand;
}

/**
 * A value as values of its type are compared: ids and dates are the same as text and as number, and texts without regard to
 * case (inferred: the description tells nothing of case); undefined where it is no such value.
 */
export function canonical(value: Scalar, type: FieldRule['type']): Scalar | undefined {
  if (type === 'string' || type === 'any') return String(value).toLowerCase();
  if (type !== 'boolean') return numberOf(value);
  return booleans.get(value);
}

/** A number, also where it is written as text; undefined for anything else. */
export function numberOf(value: Scalar): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d{1,300}(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}

const booleans: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
]);

const accepts: Readonly<Record<FieldRule['type'], (value: Scalar) => boolean>> = {
  string: (value) => typeof value !== 'boolean',
  integer: (value) => Number.isSafeInteger(numberOf(value)),
  number: (value) => numberOf(value) !== undefined,
  boolean: (value) => booleans.has(value),
  date: (value) => {
    const seconds = numberOf(value);
    return seconds !== undefined && seconds >= EARLIEST && seconds <= LATEST;
  },
  any: () => true,
};

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
