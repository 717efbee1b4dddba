import * as z from 'zod/mini';
import { isRecord } from '../value/value.ts';

/** An integer that a number would round: it is written as its digits wherever it is sent. */
class LongInteger {
  readonly #digits: string;

  constructor(digits: string) {
    this.#digits = digits;
  }

  /** The digits, for addresses and forms. */
  toString(): string {
    return this.#digits;
  }

  /** The digits as a JSON number; as text where the engine cannot write such a one. */
  toJSON(): unknown {
    return rawJson?.(this.#digits) ?? this.#digits;
  }
}

/** Writes a JSON text as it is; TypeScript does not know of it yet. */
const { rawJSON: rawJson } = JSON as { rawJSON?: (text: string) => unknown };

/** The least and the largest integer of 64 bits, signed or not. */
const [LEAST, LARGEST] = [-(2n ** 63n), 2n ** 64n - 1n];

/**
 * An argument that is an integer of 64 bits: a number, or its digits as text. What a number would round becomes a
 * {@link LongInteger}, which is typed as the number that it stands for.
 */
export function longInteger(): z.ZodMiniType<number> {
  const digits = z.string().check(z.refine(isLong, 'the digits of an integer of 64 bits'));
  const schema = z.pipe(z.union([z.int(), digits]), z.transform(asNumber));
  longs.add(schema);
  return schema;
}

const longs = new WeakSet<object>();

/** Whether {@link longInteger} made a schema. */
export function isLongInteger(schema: z.core.$ZodType): boolean {
  return longs.has(schema);
}

function isLong(text: string): boolean {
  return /^-?\d{1,20}$/.test(text) && BigInt(text) >= LEAST && BigInt(text) <= LARGEST;
}

/** A value of a request with the digits of its long integers as texts: for readers whose numbers would round them. */
export function withDigits(value: unknown): unknown {
  if (value instanceof LongInteger) return value.toString();
  if (Array.isArray(value)) return value.map(withDigits);
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDigits(part)]));
}

function asNumber(value: number | string): number {
  const number = Number(value);
  // Every use of it goes by its text or its JSON, as for a number.
  return Number.isSafeInteger(number) ? number : (new LongInteger(String(BigInt(value))) as unknown as number);
}
