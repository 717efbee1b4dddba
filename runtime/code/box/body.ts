/** A reading of a source as the body of an async function: what stands in front of it, and its text, with all places as they were. */
export interface Body {
  readonly before: string;
  readonly text: string;
}

/** Whether a text is one expression. */
export type IsExpression = (text: string) => boolean;
