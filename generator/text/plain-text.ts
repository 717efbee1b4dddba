import { visibleText } from './visible-text.ts';

/** Characters that are invisible or change the direction of text: they can hide instructions from a reviewer. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}]|\u034f|[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
const emoji = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u20e3]/gu;

/** What stands in Markdown and is none: Markdoc's comments with what is in them and its tags; lines of tables; addresses of links, which are comments to some. */
const foreign = [
  /\{%-?\s*comment\b[\s\S]*?(?:\{%-?\s*\/\s*comment\s*-?%\}|$)/g,
  /\{%[\s\S]*?(?:%\}|$)/g,
  /^[^\S\n]*\|.*\|[^\S\n]*$/gm,
  /^\s{0,3}\[[^\]\n]{0,999}\]:.*$/gm,
];

/** More of a text than this is not read: what it comes to is far shorter. */
const MOST_READ = 10_000;

/** Whether a text holds no invisible characters. */
export function isVisible(text: string): boolean {
  return text.search(invisible) === -1;
}

/**
 * Prose for a web page as plain text for a model: no HTML, Markdown, Markdoc, tables, code blocks, emoji or invisible
 * characters, nothing that a reader of the page does not see, and at most `longest` characters, cut at the end of a
 * sentence or word.
 */
export function plainText(text: string, longest: number): string {
  // Invisible characters go first: they could break up the markup that hides something.
  const read = text
    .slice(0, MOST_READ)
    .replace(invisible, (character) => (/[\n\r\t]/.test(character) ? character : ''));
  const clean = visibleText(foreign.reduce((left, pattern) => left.replace(pattern, ' '), read))
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
