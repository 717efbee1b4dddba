import { isRecord } from '../../contract/contract.ts';
import type { ResponseField } from '../../model/connectors.ts';

/** The values in a sample of an answer, by their dotted paths; a list counts by its first item. */
export function responseFields(sample: unknown, path = ''): ResponseField[] {
  if (Array.isArray(sample)) return sample.length === 0 ? [] : responseFields(sample[0], `${path}[0]`);
  if (isRecord(sample))
    return Object.entries(sample).flatMap(([key, value]) =>
      responseFields(value, path === '' ? key : `${path}.${key}`),
    );
  return [{ path, type: typeOf(sample), example_value: sample, redacted: false }];
}

function typeOf(value: unknown): ResponseField['type'] {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal';
  if (typeof value !== 'string') return 'unknown';
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? 'datetime' : 'string';
}
