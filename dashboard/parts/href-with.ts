/** What to change in a query string: undefined takes a name away. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** A path with a query string in which some names have other values; what is undefined or empty is left out. */
export function hrefWith(path: string, params: URLSearchParams, changes: Changes): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString();
  return query === '' ? path : `${path}?${query}`;
}
