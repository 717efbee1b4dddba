/** Characters that are invisible or change the direction of text: they can hide instructions from a reviewer. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}]|\u034f|[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
const emoji = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u20e3]/gu;

/** Markup whose content a reader of the page does not see. */
const hidden = [
  /\{%-?\s*comment\b[\s\S]*?(?:\{%-?\s*\/\s*comment\s*-?%\}|$)/g,
  /<(script|style|template|noscript|svg|iframe|object|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi,
  /<!--[\s\S]*?(?:-->|$)/g,
  /<([a-z]\w*)\b[^<>]*(?:\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0|font-size\s*:\s*0)[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi,
  // A Markdown comment: the definition of a link that nobody follows.
  /^\s{0,3}\[[^\]\n]{0,999}\]:.*$/gm,
];

/** More of a text than this is not read: what it comes to is far shorter. The bounds in the patterns keep each from looking at it again and again. */
const mostRead = 10_000;

/** Whether a text holds no invisible characters. */
export function isVisible(text: string): boolean {
  return text.search(invisible) === -1;
}

function withoutHidden(text: string): string {
  return hidden.reduce((left, pattern) => left.replace(pattern, ' '), text);
}

/**
 * Prose for a web page as plain text for a model: no HTML, Markdown, Markdoc, tables, code blocks, emoji or invisible
 * characters, and at most `longest` characters, cut at the end of a sentence or word.
 */
export function plainText(text: string, longest: number): string {
  // Invisible characters go first: they could break up the markup that hides something.
  const read = text.slice(0, mostRead).replace(invisible, (character) => (/[\n\r\t]/.test(character) ? character : ''));
  const decoded = withoutHidden(read)
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/\{%[\s\S]*?(?:%\}|$)/g, ' ')
    .replace(/<\/?[a-zA-Z][^>]{0,999}>/g, ' ')
    .replace(/^[^\S\n]*\|.*\|[^\S\n]*$/gm, ' ')
    .replace(/!?\[([^\]]{0,999})\]\([^)]{0,999}\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}\.)\s{1,99}/gm, ' ')
    .replace(/(\*\*|__|\*|`)(\S(?:.{0,500}?\S)?)\1/g, '$2')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  const clean = withoutHidden(decoded)
    .normalize('NFC')
    // Line ends are control characters too: they become spaces before the invisible ones go.
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(emoji, '')
    .replace(/ +/g, ' ')
    .replace(/ (?=[.,;:)](?: |$))/g, '')
    .trim();
  if (clean.length <= longest) return clean;
  const head = clean.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence > longest / 3) return head.slice(0, sentence + 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
