import type { Json } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { stableJson } from '../json/stable-json.ts';
import { singular, snakeCase } from '../text/words.ts';

/** The words of a path or of a name in the singular, without those of parameters. */
export function wordsOf(text: string): ReadonlySet<string> {
  const literal = text.replace(/\{[^{}]*\}/g, ' ');
  return new Set(
    literal
      .split(/[^A-Za-z0-9]+/)
      .flatMap((part) => snakeCase(part).split('_'))
      .filter(Boolean)
      .map(singular),
  );
}

/** How much two sets have in common, from 0 to 1; two empty ones have nothing. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((each) => b.has(each)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** A value as text that is the same for the same content, whatever the order of its keys; of what has no value, empty. */
export function contentOf(value: unknown): string {
  // What a description holds is JSON.
  return value === undefined ? '' : stableJson(value as Json);
}

/** The names of the properties of a schema, also of those that it is made of. */
export function propertiesOf(schema: unknown): ReadonlySet<string> {
  if (!isRecord(schema)) return new Set();
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const own = isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  return new Set([...own, ...parts.flatMap((part) => [...propertiesOf(part)])]);
}

/** The best of some candidates by a score; undefined where none reaches the least, or where two are equally good. */
export function bestOf<Each>(
  candidates: readonly Each[],
  scoreOf: (candidate: Each) => number,
  least: number,
): Each | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && first.score !== second?.score ? first.candidate : undefined;
}
