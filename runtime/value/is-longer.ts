/** True for a value of more characters than so many as JSON, or nearly: counts without building the text, and without recursion. */
export function isLonger(value: unknown, limit: number): boolean {
  const left: unknown[] = [value];
  let size = 0;
  while (left.length > 0 && size <= limit) {
    const part = left.pop();
    if (typeof part === 'string') size += part.length + 3;
    else if (Array.isArray(part)) for (const item of part) left.push(item);
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        size += key.length + 4;
        left.push(inner);
      }
    } else if (part !== null && part !== undefined) size += 6;
  }
  return size > limit;
}
