/** The order in which the formatter sorts exports: letter by letter (A, a, B, b), runs of digits as numbers. */
export function byLetter(a: string, b: string): number {
  const left = a.match(/\d+|\D/g) ?? [];
  const right = b.match(/\d+|\D/g) ?? [];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    const [lower, otherLower] = [one.toLowerCase(), other.toLowerCase()];
    if (lower !== otherLower) return lower < otherLower ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
