import type { ApiProfile } from '../profile/api-profile.ts';

/** What a program calls the things of its world. */
export interface WorldNames {
  /** The object whose functions are the tools: `acme`. */
  readonly object: string;
  /** The class of errors that calls throw: `AcmeError`. */
  readonly error: string;
}

/** The names for one API: its id as an identifier, and the class of its errors after it. */
export function worldNames({ id }: Pick<ApiProfile, 'id'>): WorldNames {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const object = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return /^[a-z]/.test(object) ? { object, error: `${pascal}Error` } : { object: 'api', error: 'ApiError' };
}
