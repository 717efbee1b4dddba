/** Keeps what is made for keys, at most so many of them: what was asked for the longest ago is made anew. */
export function keepRecent<Value>(most: number): (key: string, make: () => Value) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const entry = known.get(key) ?? { value: make() };
    // The one that was asked for the longest ago is the first of the map.
    known.delete(key);
    known.set(key, entry);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return entry.value;
  };
}
