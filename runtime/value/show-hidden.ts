/**
 * Characters that a person does not see, or that change what is seen around them: controls, direction controls, zero-width,
 * tag characters, variation selectors, line separators, halves of a pair, private and unknown ones. What makes one picture of
 * several characters is left to it. The brackets of {@link showHidden} are among them, so that no text can write its marks.
 */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f|(?<=[\d#*])\ufe0f(?=\u20e3))[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u27e8\u27e9]/gu;

/** Blanks that push what follows out of sight, and marks that pile up over other lines. */
const PILED = /\p{Zs}{8,}|\p{M}{8,}/gu;

/** A text with what a person would not see made visible: `⟨U+202E⟩` for a character, `⟨200 blanks⟩` for many. */
export function showHidden(text: string): string {
  return text
    .replace(HIDDEN, (char) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .replace(PILED, (run) => `⟨${[...run].length} ${/^\p{M}/u.test(run) ? 'combining marks' : 'blanks'}⟩`);
}

/** True for a text in which {@link showHidden} finds nothing. */
export function isSeen(text: string): boolean {
  return showHidden(text) === text;
}
