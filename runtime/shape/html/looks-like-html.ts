import type { AnswerRules } from '../../profile/answer-rules.ts';

const NAMES =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|noscript|object|ol|p|pre|q|s|samp|script|section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr';
const TAG = new RegExp(`<(?:/?(?:${NAMES})(?:[\\s/][^<>]*)?>|!--|!doctype)`, 'i');
const TAGS = new RegExp(TAG.source, 'gi');
const BEGINS_AS_HTML = new RegExp(`^\\s*<(?:${NAMES}|!--|!doctype)`, 'i');
/** Characters in which the first tag has to stand: nothing else of a text is read as HTML. */
const LONGEST = 200_000;
/** Tags in code are what the text is about. */
const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;
const ESCAPED = /\\</g;

const KNOWN = new RegExp(`^(?:${NAMES})$`, 'i');

/** True for the name of an element of HTML. */
export function isKnownTag(name: string): boolean {
  return KNOWN.test(name);
}

/** True for a text that has to be read as HTML: tags anywhere in a property that is declared so, or nothing but HTML elsewhere. */
export function looksLikeHtml(
  key: string,
  text: string,
  { html, markdown }: Pick<AnswerRules, 'html' | 'markdown'>,
): boolean {
  if (!text.includes('<') || markdown.has(key)) return false;
  const prose = text
    .slice(0, LONGEST)
    .replaceAll(ESCAPED, ' ')
    .split(CODE)
    .filter((_, at) => at % 2 === 0);
  if (!prose.some((part) => TAG.test(part))) return false;
  return html.has(key) || (BEGINS_AS_HTML.test(text) && text.trimEnd().endsWith('>'));
}

/** A text that looks like HTML no more: what reads like a tag outside code, because the HTML spelled it out, is escaped. */
export function escapeTags(text: string): string {
  return text
    .split(CODE)
    .map((part, at) =>
      at % 2 === 0
        ? part.replaceAll(TAGS, (tag, offset: number) => (part[offset - 1] === '\\' ? tag : `\\${tag}`))
        : part,
    )
    .join('');
}
