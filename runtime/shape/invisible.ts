/**
 * Characters that a person does not see and a model reads: zero-width, direction controls, tag characters, variation
 * selectors, controls but for line breaks and tabs. A joiner between letters or pictures and the selector of a picture
 * are part of what is seen.
 */
const INVISIBLE =
  /(?!\t|\n|\r|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?![\p{L}\p{M}\p{Extended_Pictographic}])|(?<![\p{Extended_Pictographic}\d#*])(?:\ufe0e|\ufe0f)/gu;

/** A text without the characters that only a machine reads. */
export function stripInvisible(text: string): string {
  // Taking one away can bring two others together, so until nothing changes.
  for (let before = text; ; before = text) {
    text = before.replace(INVISIBLE, '');
    if (text === before) return text;
  }
}
