/** A piece of code within a line, in as many backticks as it needs. */
export function codeSpan(code: string): string {
  const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
  let size = 1;
  while (runs.has(size)) size += 1;
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  const fence = '`'.repeat(size);
  return fence + pad + code + pad + fence;
}

/** The lines of a block of code, with a fence that nothing in it ends. */
export function fencedLines(code: string, language: string): readonly string[] {
  let longest = 2;
  for (const run of code.match(/^`{3,}/gm) ?? []) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...code.split(/\r\n?|\n/), fence];
}

/** The language that the class of a code element names; none where that could be anything else. */
export function languageOf(names = ''): string {
  return /(?:^|\s)language-([\w+#.-]{1,30})(?:\s|$)/.exec(names)?.[1] ?? '';
}
