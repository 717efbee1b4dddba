/** The named types that texts name, and those that the texts of these name. */
export function usedTypes(texts: readonly string[], types: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = new Set<string>();
  const left = [...texts];
  for (let text = left.pop(); text !== undefined; text = left.pop()) {
    for (const name of text.match(/\b[A-Z]\w*/g) ?? []) {
      const own = types.get(name);
      if (own === undefined || used.has(name)) continue;
      used.add(name);
      left.push(own);
    }
  }
  return used;
}
