import { isRecord } from '../../runtime/value/value.ts';

/** Levels and keys that are written down of one call. */
const LEVELS = 4;
const KEYS = 40;

/** Characters of a shape; a longer one is written down with fewer levels. */
const LENGTH = 8192;

/** The names and types of a call's arguments as JSON, without a single value: what the audit log keeps of them. */
export function argumentShape(args: unknown): string {
  for (let levels = LEVELS; ; levels -= 1) {
    const shape = JSON.stringify(shapeOf(args ?? {}, levels));
    // Of two levels the keys of the first are left, which are few and short.
    if (shape.length <= LENGTH || levels <= 2) return shape;
  }
}

/** The same of a program, with the length of each of its texts: how much a model wrote, and nothing of it. */
export function programShape(args: unknown): string {
  if (!isRecord(args)) return argumentShape(args);
  const lengths = Object.entries(args).map(([key, value]) =>
    typeof value === 'string' ? [nameOf(key), `string of ${value.length}`] : [nameOf(key), shapeOf(value, LEVELS - 1)],
  );
  return JSON.stringify(Object.fromEntries(lengths.slice(0, KEYS)));
}

function shapeOf(value: unknown, levels: number): unknown {
  if (Array.isArray(value)) {
    if (levels <= 1 || value.length === 0) return `list of ${value.length}`;
    // The forms of its items, each once.
    const forms = new Map(
      value.slice(0, KEYS).map((item) => {
        const form = shapeOf(item, levels - 1);
        return [JSON.stringify(form), form];
      }),
    );
    return [...forms.values()];
  }
  if (!isRecord(value)) return value === null ? 'null' : typeof value;
  const entries = Object.entries(value);
  if (levels <= 1) return `object of ${entries.length}`;
  const shown = entries.slice(0, KEYS).map(([key, part]) => [nameOf(key), shapeOf(part, levels - 1)] as const);
  return Object.fromEntries(shown);
}

/** A key that is no plain name may be somebody's text, and one with the beginning of a token a secret. */
function nameOf(key: string): string {
  return /^(?!imcp_|__proto__$)[A-Za-z_][\w.-]{0,63}$/.test(key) ? key : '(other)';
}
