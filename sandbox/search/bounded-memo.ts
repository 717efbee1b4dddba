/** Remembers what a function made of its argument; begins anew when it has remembered so many. */
export function boundedMemo<Value extends object | string>(
  make: (key: string) => Value,
  most: number,
): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
