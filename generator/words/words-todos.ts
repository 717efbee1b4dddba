import type { Todo } from '../compare/change.ts';
import type { Code, Diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';

const codes: ReadonlySet<Code> = new Set<Code>(['WORDS_MISSING', 'FIELD_WORDS_MISSING']);

/** What was there before, in which no words were missing that are missing now. */
interface Before {
  readonly before: readonly Diagnostic[];
  /** Operations that stand elsewhere now: their words follow, and so does the lack of them. */
  readonly moved: readonly { readonly to: { readonly path: string; readonly method: string } }[];
}

/** What a maintainer has to write words for now and had not to before, one to-do an operation, of the diagnostics of a run of the generator. */
export function wordsTodos(
  diagnostics: readonly Diagnostic[],
  { before, moved }: Before = { before: [], moved: [] },
): Todo[] {
  const known = new Set(before.map(({ message }) => message));
  const places = new Set(moved.map(({ to }) => pointerTo(['paths', to.path, to.method])));
  const missing = diagnostics.filter(
    ({ code, message, pointer }) =>
      codes.has(code) && !known.has(message) && !(code === 'WORDS_MISSING' && places.has(pointer)),
  );
  return [...Map.groupBy(missing, ({ pointer }) => pointer).values()].map((found) => ({
    message: `${found.map(({ message }) => message).join('; ')}: models read what follows from the facts. intercom-mcp words --write writes a stub.`,
    certain: false,
  }));
}
