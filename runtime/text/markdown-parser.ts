import createMarkdownIt, { type MarkdownIt, type StateBlock, type StateInline } from 'markdown-it';

const BRACE = 0x7b;
/** Characters of a placeholder: longer ones are text. */
const LONGEST_PLACEHOLDER = 300;

/**
 * CommonMark with tables and strikethrough, a line break for every end of a line, and HTML passed on. Without code by
 * indentation and headings by underlining, which are accidents in letters.
 */
export function createParser(): MarkdownIt {
  const parser = createMarkdownIt({ html: true, breaks: true });
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      return super.scanDelims(start, canSplitWord && !isProduct(this.src, start));
    }
  };
  parser.disable(['code', 'lheading']);
  parser.inline.ruler.before('escape', 'placeholder', readPlaceholder);
  parser.block.ruler.before('paragraph', 'outdented', endsItem, { alt: ['paragraph'] });
  const { normalizeLink } = parser;
  parser.normalizeLink = (url) => (url.includes('{{') ? url : normalizeLink(url));
  return parser;
}

/** A line below an item that is not indented belongs to it in CommonMark, and to nothing in letters. */
function endsItem({ sCount, blkIndent }: StateBlock, line: number, _end: number, isSilent: boolean): boolean {
  return isSilent && (sCount[line] ?? 0) < blkIndent;
}

/** A star between letters or digits, as in `2*3*4`: emphasis within a word is rarer. Two stars are one within digits alone. */
function isProduct(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  let end = start;
  while (text[end] === '*') end += 1;
  const after = text[end] ?? '';
  return end - start === 1 ? /\w/.test(before) && /\w/.test(after) : /\d/.test(before) && /\d/.test(after);
}

/** A placeholder, such as `{{first_name|fallback:"*"}}`, is filled in later: nothing in it is a mark. */
function readPlaceholder(state: StateInline, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== BRACE || src.charCodeAt(pos + 1) !== BRACE) return false;
  const text = /^\{\{[^{}\n]+\}\}/.exec(src.slice(pos, pos + LONGEST_PLACEHOLDER))?.[0];
  if (text === undefined) return false;
  if (!isSilent) state.push('text', '', 0).content = text;
  state.pos += text.length;
  return true;
}
