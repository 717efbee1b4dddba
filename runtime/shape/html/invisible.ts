/**
 * Characters that a person does not see and a model reads: zero-width, direction controls, tag characters, variation
 * selectors, controls but for line breaks and tabs. A joiner between letters or pictures and the selector of a picture
 * are part of what is seen.
 */
const INVISIBLE =
  /(?!\t|\n|\r|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?![\p{L}\p{M}\p{Extended_Pictographic}])|(?<![\p{Extended_Pictographic}\d#*])(?:\ufe0e|\ufe0f)/gu;

/** Any character that could be one of those: most texts have none, and are not looked at twice. */
const SUSPICIOUS = /[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u02ff]/;

/** True for a text that has to be looked at once more. */
export function isSuspicious(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/** A text without the characters that only a machine reads. */
export function stripInvisible(text: string): string {
  if (!isSuspicious(text)) return text;
  // Taking one away can leave a joiner between two others that go. No third pass finds any: what a joiner or a selector
  // may stand beside is not taken away, but for marks and letters that are invisible, and those go in the first.
  const once = text.replace(INVISIBLE, '');
  return once.length === text.length ? text : once.replace(INVISIBLE, '');
}

/** True for a text of which a person sees nothing. */
export function isInvisible(text: string): boolean {
  return text === '' || (SUSPICIOUS.test(text.charAt(0)) && stripInvisible(text) === '');
}
