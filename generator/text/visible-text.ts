import { Parser } from 'htmlparser2';
import createMarkdownIt from 'markdown-it';
import { formattingElements } from '../../runtime/shape/html/element-kinds.ts';
import { openHtml } from '../../runtime/shape/html/read-html.ts';

/** What a person sees of a page in Markdown with HTML in it, as one text: no tables, no blocks of code. */
export function visibleText(markdown: string): string {
  const text = textOf(parser.render(markdown));
  // What is markup only once it is decoded is seen as it is, and a page that decodes twice would hide a part of it.
  return hides(text) ? textOf(text) : text;
}

const parser = createMarkdownIt({ html: true });
// Descriptions are indented for other reasons.
parser.disable('code');
parser.renderer.rules.fence = () => ' ';
parser.renderer.rules.image = (tokens, at) => parser.utils.escapeHtml(tokens[at]?.content ?? '');
// Names of fields begin and end with these more often than a vendor means it.
parser.renderer.rules.em_open = (tokens, at) => (tokens[at]?.markup === '_' ? '_' : '');
parser.renderer.rules.em_close = parser.renderer.rules.em_open;
parser.core.ruler.push('without_tables', ({ tokens }) => {
  for (const token of tokens) if (token.type === 'table_open') token.attrSet('hidden', '');
});

/** Elements that stand within a word or beside its mark; all others part words. */
const WITHIN: ReadonlySet<string> = new Set([...formattingElements, 'span', 'sub', 'sup', 'mark', 'kbd', 'wbr']);

function textOf(html: string): string {
  let text = '';
  const part = (name: string): void => {
    if (!WITHIN.has(name)) text += ' ';
  };
  const reader = openHtml(html, {
    open: part,
    close: part,
    place: part,
    text: (piece) => {
      text += piece;
    },
  });
  reader.readTo(html.length);
  reader.finish();
  return text;
}

/** Whether a text has comments, tags that do not end, or elements that a person would not see the content of. */
function hides(html: string): boolean {
  let all = '';
  let hasComment = false;
  const reader = new Parser({
    ontext: (piece) => {
      all += piece;
    },
    oncomment: () => {
      hasComment = true;
    },
  });
  reader.end(html);
  const seen = (text: string): string => text.replace(/\s+/g, '');
  const last = html.slice(html.lastIndexOf('<'));
  return hasComment || /^<[a-z/][^>]*=[^>]*$/i.test(last) || seen(all) !== seen(textOf(html));
}
