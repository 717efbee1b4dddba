/** The names that a text of TypeScript uses, without those of properties and what stands in comments and strings. */
export function codeWords(text: string): ReadonlySet<string> {
  const code = text.replace(/\/\*\*.*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, '');
  return new Set(code.match(/(?<![\w$])[A-Za-z_$][\w$]*(?![\w$?:])/g));
}
