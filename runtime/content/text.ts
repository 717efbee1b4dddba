import { CONTENT_LIMITS, type ContentLimits, type TextPart, textPart } from './content.ts';

/** A text that is too long is cut at the end of a line; what is missing is counted. */
export interface CutText {
  readonly text: string;
  /** Characters that were cut off. */
  readonly missing: number;
}

/** Cuts a text to so many characters, at the end of a line where there is one, and never inside a character. */
export function cutText(text: string, largest: number): CutText {
  if (text.length <= largest) return { text, missing: 0 };
  const line = text.lastIndexOf('\n', largest - 1);
  const half = /[\ud800-\udbff]/.test(text[largest - 1] ?? '') ? largest - 1 : largest;
  const at = line > largest / 2 ? line + 1 : half;
  return { text: text.slice(0, at), missing: text.length - at };
}

/** A plain text answer, such as a call's transcript: the note about what is missing stands apart from the text. */
export function textContent(
  text: string,
  { largestText = CONTENT_LIMITS.largestText }: ContentLimits = {},
): TextPart[] {
  if (text.trim() === '') return [textPart('The answer is empty.')];
  const cut = cutText(text, largestText);
  if (cut.missing === 0) return [textPart(text)];
  return [
    textPart(cut.text),
    textPart(`The text above is cut: ${cut.missing} of ${text.length} characters are missing.`),
  ];
}
