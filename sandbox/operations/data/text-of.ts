import { isJson } from '../../contract/contract.ts';

/** The text that an option in a body has under a key, without spaces around it; empty where it has none. */
export const textOf = (option: unknown, key: string): string =>
  isJson(option) && option[key] !== undefined ? String(option[key]).trim() : '';
