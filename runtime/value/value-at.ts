import { own } from './value.ts';

/** The value at a dotted place of an answer; an address on the way is read as its query: `pages.next.page` of `"…?page=2"` is `"2"`. */
export function valueAt(answer: unknown, path: string): unknown {
  if (path === '') return answer;
  return path.split('.').reduce<unknown>((part, key) => {
    return typeof part === 'string' ? (queryOf(part)?.get(key) ?? undefined) : own(part, key);
  }, answer);
}

/** The query of an absolute or relative address, never its host or path; `undefined` for a text that is no address. */
export function queryOf(address: string): URLSearchParams | undefined {
  const url = URL.parse(address, 'https://host.invalid');
  return url !== null && /[?/]/.test(address) ? url.searchParams : undefined;
}
