const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** True or false from the words and numbers that stand for them, as searches take them; `undefined` for anything else. */
export function readBoolean(raw: unknown): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  const isScalar = typeof raw === 'string' || typeof raw === 'number';
  return isScalar ? booleans.get(String(raw).slice(0, 20).trim().toLowerCase()) : undefined;
}

/** A number that is written as text and that JavaScript holds exactly; `undefined` for anything else. */
export function readNumber(raw: unknown): number | undefined {
  if (typeof raw !== 'string' || raw.length > 40 || !/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(raw)) return undefined;
  const number = Number(raw);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

/** An integer as text, as ids come in both types; `undefined` for one that has lost digits on its way, and for anything else. */
export function readText(raw: unknown): string | undefined {
  return typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : undefined;
}

/** The one of some values that a text or number means: the same in capitals, between quotes, or of another type. */
export function readChoice(raw: unknown, values: readonly unknown[]): unknown {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return undefined;
  const wanted = plain(String(raw).slice(0, 200));
  const meant = values.filter((value) => plain(String(value)) === wanted);
  return meant.length === 1 ? meant[0] : undefined;
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/^"([^"]*)"$|^'([^']*)'$/, '$1$2')
    .toLowerCase()
    .replace(/[\s-]/g, '_');
}
