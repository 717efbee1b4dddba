import type { Todo } from '../compare/change.ts';
import type { Code, Diagnostic } from '../diagnostics/diagnostics.ts';

const codes: ReadonlySet<Code> = new Set<Code>(['WORDS_MISSING', 'FIELD_WORDS_MISSING']);

/** What a maintainer has to write words for, one to-do an operation, of the diagnostics of a run of the generator. */
export function wordsTodos(diagnostics: readonly Diagnostic[]): Todo[] {
  const missing = diagnostics.filter(({ code }) => codes.has(code));
  return [...Map.groupBy(missing, ({ pointer }) => pointer).values()].map((found) => ({
    message: `${found.map(({ message }) => message).join('; ')}: models read what follows from the facts. intercom-mcp words --write writes a stub.`,
    certain: false,
  }));
}
