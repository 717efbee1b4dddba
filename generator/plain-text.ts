/** Characters that are invisible or change the direction of text: they can hide instructions from a reviewer. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}]|\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
const emoji = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u20e3]/gu;

/**
 * Prose for a web page as plain text for a model: no HTML, Markdown, Markdoc, tables, code blocks, emoji or invisible
 * characters, and at most `longest` characters, cut at the end of a sentence or word.
 */
export const plainText = (text: string, longest: number): string => {
  const clean = text
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/\{%[\s\S]*?%\}/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-zA-Z][^>]*>/g, ' ')
    .replace(/^\s*\|.*\|\s*$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, ' ')
    .replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(emoji, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= longest) return clean;
  const head = clean.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence > longest / 3) return head.slice(0, sentence + 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
};
