/** A member of an object or a list of a JSON text. */
interface ScannedMember {
  /** How many objects and lists it stands in. */
  readonly depth: number;
  /** Its name in an object, its index in a list. */
  readonly key: string | number;
  /** Where its name begins; where it has none, its value. */
  readonly at: number;
  /** Where its value begins. */
  readonly valueAt: number;
}

/** Objects and lists within each other; more is no description, and a reader that calls itself ends there. */
const DEEPEST = 100_000;

/**
 * Goes through a text that is known to be JSON and shows each member in the order of the text, which `JSON.parse` keeps for
 * itself. Ends where `visit` answers true. Linear, without recursion.
 */
function scanJson(text: string, visit: (member: ScannedMember) => boolean): void {
  /** For each open object -1, for each open list the index of the item that comes. */
  const open: number[] = [];
  let [at, keyAt] = [0, -1];
  let key: string | undefined;
  while (at < text.length) {
    const mark = text.charCodeAt(at);
    if (mark <= 0x20 || mark === COLON || mark === BOM) {
      at += 1;
      continue;
    }
    if (mark === COMMA) {
      const index = open.at(-1) ?? -1;
      if (index >= 0) open[open.length - 1] = index + 1;
      at += 1;
      continue;
    }
    if (mark === CLOSE_OBJECT || mark === CLOSE_LIST) {
      open.pop();
      at += 1;
      continue;
    }
    const index = open.at(-1);
    if (index === -1 && key === undefined) {
      keyAt = at;
      const end = endOfText(text, at);
      key = readText(text, at, end);
      at = end;
      continue;
    }
    if (index !== undefined) {
      const member = { depth: open.length, key: key ?? index, at: key === undefined ? at : keyAt, valueAt: at };
      if (visit(member)) return;
      key = undefined;
    }
    if (mark === OPEN_OBJECT || mark === OPEN_LIST) {
      if (open.length >= DEEPEST) return;
      open.push(mark === OPEN_OBJECT ? -1 : 0);
      at += 1;
    } else if (mark === QUOTE) at = endOfText(text, at);
    else at = endOfWord(text, at);
  }
}

const [QUOTE, COMMA, COLON, BOM, BACKSLASH] = [0x22, 0x2c, 0x3a, 0xfeff, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Behind the quotation mark that ends a text. */
function endOfText(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at > 0) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

/** Behind a number, `true`, `false` or `null`. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at += 1;
  return Math.max(at, start + 1);
}

function readText(text: string, start: number, end: number): string {
  const plain = text.slice(start + 1, end - 1);
  return plain.includes('\\') ? String(JSON.parse(text.slice(start, end))) : plain;
}

/** Where keys stand that stand twice in one object, the second of each. */
export function findTwins(text: string): number[] {
  const seen: Set<string>[] = [];
  const found: number[] = [];
  scanJson(text, ({ depth, key, at }) => {
    // A member below its predecessor begins a new object.
    if (depth > seen.length) seen.push(new Set());
    while (seen.length > depth) seen.pop();
    return note(key, at);
  });
  return found;

  function note(key: string | number, at: number): boolean {
    const names = seen.at(-1);
    if (typeof key === 'number' || names === undefined) return false;
    if (names.has(key)) found.push(at);
    names.add(key);
    return false;
  }
}

/** Where the value stands that keys lead to, or the nearest parent that is there. */
export function placeInJson(text: string, path: readonly string[]): number {
  let [found, place] = [0, 0];
  scanJson(text, ({ depth, key, valueAt }) => {
    // What was found is left behind without what was looked for.
    if (depth <= found) return true;
    if (depth !== found + 1 || String(key) !== path[found]) return false;
    found += 1;
    place = valueAt;
    return found === path.length;
  });
  return place;
}
