import type { FunctionWords } from './function-words.ts';

/** Declarations of types, as many as there is room for, and the names of those that are left. */
export interface TypeLines {
  readonly lines: readonly string[];
  readonly left: readonly string[];
}

/** The types that texts name, and those that these name, to so many levels: each once, the nearest first, in so many characters. */
export function typeLines(
  texts: readonly string[],
  { types }: Pick<FunctionWords, 'types'>,
  room: number,
  levels = Number.POSITIVE_INFINITY,
): TypeLines {
  const seen = new Set<string>();
  const lines: string[] = [];
  const left: string[] = [];
  let size = 0;
  let level = texts;
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: string[] = [];
    const known = [...new Set(level.flatMap(namesIn))].flatMap((name) => {
      const type = types.get(name);
      return type === undefined || seen.has(name) ? [] : [{ name, type }];
    });
    // What the texts themselves name comes as they name it; of what is behind that, the most.
    if (level !== texts) known.sort((a, b) => a.type.text.length - b.type.text.length);
    for (const { name, type } of known) {
      seen.add(name);
      const line = `type ${type.head} = ${type.text}`;
      if (depth >= levels || size + line.length > room) {
        left.push(name);
        continue;
      }
      size += line.length + 1;
      lines.push(line);
      next.push(type.text);
    }
    level = next;
  }
  return { lines, left };
}

/** Names of types in a text, without what stands in quotation marks or is a comment. */
function namesIn(text: string): string[] {
  const bare = text.replace(/\/\*(?:[^*]|\*(?!\/))*\*\/|"(?:[^"\\]|\\.)*"/g, ' ');
  return bare.match(/\b[A-Z]\w*/g) ?? [];
}
