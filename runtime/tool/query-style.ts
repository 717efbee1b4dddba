import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';
import { deepObject } from './deep-object.ts';
import { type Encoded, encoded, percentEncode, percentEncodeReserved } from './encoded.ts';
import type { QueryValue, Scalar } from './query-value.ts';

/** How a parameter with OpenAPI's `allowReserved` differs from one without. */
interface Reserving {
  readonly allowReserved?: boolean;
}

/** A list, or an object as its keys and values in turn, as one value separated by commas (`form` without explode); undefined where nothing is left. */
export function csv(value: unknown, options?: Reserving): Encoded | undefined {
  return joined(value, ',', options);
}

/** As {@link csv}, separated by spaces (`spaceDelimited`); throws {@link InputError} for a value with a space, which would be two. */
export function spaceDelimited(value: unknown, options?: Reserving): Encoded | undefined {
  return joined(value, '%20', options);
}

/** As {@link csv}, separated by vertical bars (`pipeDelimited`); throws {@link InputError} for a value with one. */
export function pipeDelimited(value: unknown, options?: Reserving): Encoded | undefined {
  return joined(value, '%7C', options);
}

/** A value whose reserved characters are sent as they are (`allowReserved`); lists stay lists. */
export function allowReserved(value: unknown): QueryValue {
  if (Array.isArray(value)) return scalarsOf(value).map((item) => encoded(percentEncodeReserved(String(item))));
  return isMissing(value) ? undefined : encoded(percentEncodeReserved(textOf(value)));
}

/** An object whose keys are parameters themselves (`form` with explode); what lies within a value stands in brackets. */
export function formEntries(value: unknown): Readonly<Record<string, QueryValue>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, Array.isArray(part) ? listOf(part) : deepObject(part)]),
  );
}

/** Keys and values in turn of an object, the items of a list, or a value by itself; what is missing is left out. */
export function flatParts(value: unknown): Scalar[] {
  if (Array.isArray(value)) return scalarsOf(value);
  if (!isRecord(value)) return isMissing(value) ? [] : [textOf(value)];
  return Object.entries(value).flatMap(([key, part]) => (isMissing(part) ? [] : [key, textOf(part)]));
}

/** A value as text: what is no scalar is JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function listOf(list: readonly unknown[]): QueryValue {
  return list.some((item) => typeof item === 'object' && item !== null) ? deepObject(list) : scalarsOf(list);
}

function scalarsOf(list: readonly unknown[]): Scalar[] {
  return list.filter((item) => !isMissing(item)).map(textOf);
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function joined(value: unknown, separator: string, { allowReserved: isReserved = false }: Reserving = {}) {
  const isOne = !Array.isArray(value) && !isRecord(value);
  const encode = isReserved ? (text: string) => reservedPart(text, isOne) : percentEncode;
  const parts = flatParts(value).map((part) => encode(String(part)));
  const clash = isOne ? undefined : parts.find((part) => part.includes(separator));
  if (clash !== undefined) throw separatorWithin(decodeURIComponent(separator), decodeURIComponent(clash));
  return parts.length === 0 ? undefined : encoded(parts.join(separator));
}

/** Commas within one of several values are encoded even so: they would part it. */
function reservedPart(text: string, isOne: boolean): string {
  const part = percentEncodeReserved(text);
  return isOne ? part : part.replaceAll(',', '%2C');
}

function separatorWithin(separator: string, part: string): InputError {
  const message = `${JSON.stringify(part.slice(0, 80))} holds ${JSON.stringify(separator)}, which separates the values`;
  return new InputError([{ argument: '', message }], 'The API cannot take such a value in this list: leave it out.');
}
