/** What stands in an overlay where a person has still to write words. */
export const STUB = 'TODO';

/** Whether a text is a stub: it counts as no words, and models are never shown it. */
export function isStub(text: string | undefined): boolean {
  return text !== undefined && /^\s*TODO\b/.test(text);
}
