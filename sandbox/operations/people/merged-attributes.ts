import { isRecord } from '../../contract/contract.ts';

/** Custom attributes with those that a body names put in; the others stay. */
export function mergedAttributes(attributes: Record<string, unknown>, changes: unknown): Record<string, unknown> {
  return isRecord(changes) ? { ...attributes, ...changes } : attributes;
}
