/** What one emitted file exports: names of constants, and of types. */
export interface Exports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The exports of an emitted file; all that is emitted begins them at the start of a line, where no text or comment does. */
export function exportsOf(text: string): Exports {
  const found = [...text.matchAll(/^export (const|interface|type) ([\w$]+)/gm)];
  const named = (isType: boolean): string[] =>
    found.filter(([, kind]) => (kind !== 'const') === isType).map(([, , name = '']) => name);
  return { values: named(false), types: named(true) };
}
