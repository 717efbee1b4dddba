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
  const known = read.get(text);
  const clean = known ?? cleanText(text);
  if (known === undefined && text.length <= LONGEST_KEPT) {
    if (read.size >= MOST_KEPT) read.clear();
    read.set(text, clean);
  }
  return shortened(clean, longest);
}

/** Texts that were read a moment ago: descriptions say the same of thousands of values. */
const read = new Map<string, string>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 2_000;

/** Letters, digits and marks that mean nothing in Markdown, HTML or Markdoc, in one line that begins no list. */
const PLAIN = /^[A-Za-z(][A-Za-z0-9 ,.;:'"()?!/-]*$/;

function cleanText(text: string): string {
  return tidied(PLAIN.test(text) && text.length <= MOST_READ ? text : visibleProse(text));
}

function visibleProse(text: string): string {
  // Invisible characters go first: they could break up the markup that hides something.
  const prose = text
    .slice(0, MOST_READ)
    .replace(invisible, (character) => (/[\n\r\t]/.test(character) ? character : ''));
  return (
    visibleText(foreign.reduce((left, pattern) => left.replace(pattern, ' '), prose))
      .normalize('NFC')
      // Line ends are control characters too: they become spaces before the invisible ones go.
      .replace(/\s+/g, ' ')
      .replace(invisible, '')
      .replace(emoji, '')
  );
}

function tidied(text: string): string {
  return text
    .replace(/ +/g, ' ')
    .replace(/ (?=[.,;:)](?: |$))/g, '')
    .trim();
}

function shortened(clean: string, longest: number): string {
  if (clean.length <= longest) return clean;
  const head = clean.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence > longest / 3) return head.slice(0, sentence + 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
