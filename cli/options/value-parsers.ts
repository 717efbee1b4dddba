import { InvalidArgumentError } from '@commander-js/extra-typings';

/** A comma-separated option as a list. */
export function parseList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A version of Intercom's API, such as 2.15, or one by name; anything else is refused. */
export function parseApiVersion(value: string): string {
  if (/^(?:\d{1,3}\.\d{1,3}|Preview|Unstable)$/.test(value)) return value;
  throw new InvalidArgumentError("A version of Intercom's API is two numbers, such as 2.15, or Preview or Unstable.");
}

/** A port as a number; anything else is refused. */
export function parsePort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

/** A parser of whole numbers of at least this much; anything else is refused. */
export function parseAtLeast(least: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    throw new InvalidArgumentError(`It is a whole number of at least ${least}.`);
  };
}

/** A parser of whole numbers of at least and at most this much; anything else is refused. */
export function parseBetween(least: number, most: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

/** A part of all, from 0 to 1, written as 5% or 0.05. */
export function parseShare(value: string): number {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const share = Number(number) / (percent ? 100 : 1);
  if (number !== undefined && share <= 1) return share;
  throw new InvalidArgumentError('It is a part of all requests, such as 5% or 0.05.');
}

/** Milliseconds, written as 200 or 100-300. */
export function parseMilliseconds(value: string): number | [number, number] {
  const [, low, high] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value) ?? [];
  if (low !== undefined && high === undefined) return Number(low);
  if (low !== undefined && Number(high) >= Number(low)) return [Number(low), Number(high)];
  throw new InvalidArgumentError('It is a number of milliseconds, such as 200 or 100-300.');
}
