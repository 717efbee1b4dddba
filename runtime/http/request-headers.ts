/** The headers of a request while they are put together: a later value takes the place of an earlier one, in whatever case the names are. */
export interface RequestHeaders {
  readonly get: (name: string) => string | undefined;
  /** Throws a `TypeError` for a name or a value that no header can carry. */
  readonly set: (name: string, value: string) => void;
  /** All of them by their names as they were written first. */
  readonly all: () => Record<string, string>;
}

/** Headers that are none yet. */
export function createHeaders(): RequestHeaders {
  const known = new Map<string, { readonly name: string; readonly value: string }>();
  return {
    get: (name) => known.get(name.toLowerCase())?.value,
    set: (name, raw) => {
      const value = trimmed(raw);
      if (!NAME.test(name) || UNSENDABLE.test(value)) throw new TypeError(`The header ${name} cannot be sent.`);
      const key = name.toLowerCase();
      known.set(key, { name: known.get(key)?.name ?? name, value });
    },
    all: () => Object.fromEntries([...known.values()].map(({ name, value }) => [name, value])),
  };
}

/** A token of RFC 9110, section 5.6.2. */
const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i;

/** Without what does not belong to a value that it stands around (Fetch, section 2.2.2); a pattern would look at spaces within again and again. */
function trimmed(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && AROUND.has(raw.charAt(start))) start += 1;
  while (end > start && AROUND.has(raw.charAt(end - 1))) end -= 1;
  return raw.slice(start, end);
}

const AROUND: ReadonlySet<string> = new Set(['\t', '\n', '\r', ' ']);

/** Characters that Node sends in no header: controls, which end one, and what is no byte. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;
