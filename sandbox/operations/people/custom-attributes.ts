import { isJson } from '../../contract/contract.ts';

/** Custom attributes with those that a body names put in; the others stay. */
export function merged(attributes: Record<string, unknown>, given: unknown): Record<string, unknown> {
  return isJson(given) ? { ...attributes, ...given } : attributes;
}
