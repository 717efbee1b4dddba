import { isRecord } from './value.ts';

/** The first characters of a value as JSON, with `…` where it goes on; takes no longer for a larger value. */
export function showValue(value: unknown, longest: number): string {
  let text = '';
  const isFull = (): boolean => text.length > longest;
  const write = (part: unknown): void => {
    if (Array.isArray(part)) writeAll('[]', part.keys(), (index) => write(part[index]));
    else if (isRecord(part) && typeof part.toJSON !== 'function') {
      writeAll('{}', keysOf(part), (key) => {
        text += `${JSON.stringify(key.slice(0, longest))}:`;
        write(part[key]);
      });
    } else text += JSON.stringify(typeof part === 'string' ? part.slice(0, longest + 1) : part) ?? 'null';
  };
  const writeAll = <Key>([open, close]: string, keys: Iterable<Key>, each: (key: Key) => void): void => {
    text += open;
    const empty = text.length;
    for (const key of keys) {
      if (isFull()) return;
      if (text.length > empty) text += ',';
      each(key);
    }
    text += close;
  };
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return typeof value;
  write(value);
  return isFull() ? `${text.slice(0, longest)}…` : text;
}

/** One by one: of a large object a list of all keys would be made first. */
function* keysOf(value: Readonly<Record<string, unknown>>): Generator<string> {
  for (const key in value) if (Object.hasOwn(value, key) && value[key] !== undefined) yield key;
}
