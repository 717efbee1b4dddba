import { isRecord } from '../../contract/contract.ts';

/** The text that an option in a body has under a key, without spaces around it; empty where it has none. */
export function textOf(option: unknown, key: string): string {
  return isRecord(option) && option[key] !== undefined ? String(option[key]).trim() : '';
}
