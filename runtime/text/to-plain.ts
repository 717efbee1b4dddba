import type { Token } from 'markdown-it';
import { htmlToLiteralMarkdown } from '../shape/html/html-to-markdown.ts';
import { isFormattingTag } from './formatting-tags.ts';
import { isHtml } from './is-html.ts';
import { createParser } from './markdown-parser.ts';

const parser = createParser();

/** Tokens of a text that is plain as it stands: paragraphs and lists look the same to everybody. */
const UNMARKED: ReadonlySet<string> = new Set([
  ...['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak', 'hardbreak'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close', 'hr'],
]);

/** A text without the marks of Markdown and the tags of HTML; one that has none stays as it is, to the letter. */
export function toPlain(text: string): string {
  if (isHtml(text)) return htmlToPlain(text);
  const tokens = parser.parse(text, {});
  return tokens.every(isUnmarked) ? text : new PlainWriter().write(tokens);
}

function htmlToPlain(html: string): string {
  return new PlainWriter().write(parser.parse(htmlToLiteralMarkdown(html), {}));
}

function isUnmarked({ type, content, children }: Token): boolean {
  if (type === 'html_inline') return !isFormattingTag(content);
  return UNMARKED.has(type) && (children ?? []).every(isUnmarked);
}

/** Writes blocks as lines: an empty one between paragraphs, none between the items of a list. */
class PlainWriter {
  readonly #lines: string[] = [];
  /** Numbers of the next items of the open lists; undefined for those without. */
  readonly #lists: (number | undefined)[] = [];
  #mark = '';

  write(tokens: readonly Token[]): string {
    for (const token of tokens) this.#block(token);
    return this.#lines.join('\n').trim();
  }

  #block({ type, attrs, content, children, markup }: Token): void {
    if (type === 'inline') this.#say(inlineText(children ?? []));
    else if (type === 'fence') this.#say(content.replace(/\n$/, ''));
    else if (type === 'html_block') this.#say(isFormattingTag(content.trim()) ? htmlToPlain(content) : content.trim());
    else if (type === 'hr') this.#say(markup);
    else if (type.endsWith('_list_open')) this.#openList(type, Number(attrs?.[0]?.[1] ?? 1));
    else if (type.endsWith('_list_close')) this.#closeList();
    else if (type === 'list_item_open') this.#openItem();
    else if (type === 'td_open' || type === 'th_open') this.#mark = this.#mark === '' ? '\0' : ' | ';
    else if (type === 'tr_close') this.#mark = '';
    if (ENDS_BLOCK.has(type) && this.#lists.length === 0) this.#endBlock();
  }

  #openList(type: string, start: number): void {
    this.#lists.push(type === 'ordered_list_open' ? start : undefined);
  }

  #closeList(): void {
    this.#lists.pop();
    if (this.#lists.length === 0) this.#endBlock();
  }

  #openItem(): void {
    const number = this.#lists.pop();
    this.#mark = number === undefined ? '- ' : `${number}. `;
    this.#lists.push(number === undefined ? undefined : number + 1);
  }

  #endBlock(): void {
    if (this.#lines.at(-1) !== '') this.#lines.push('');
  }

  #say(text: string): void {
    if (text === '' && this.#mark === '') return;
    const mark = this.#mark;
    const last = this.#lines.length - 1;
    if (mark === ' | ') this.#lines[last] = `${this.#lines[last] ?? ''} | ${text}`;
    else {
      const indent = '  '.repeat(Math.max(this.#lists.length - 1, 0));
      this.#lines.push(...text.split('\n').map((line, at) => indent + (at === 0 ? mark.replace('\0', '') : '') + line));
      if (mark !== '\0') this.#mark = '';
    }
  }
}

const ENDS_BLOCK: ReadonlySet<string> = new Set(
  'paragraph_close heading_close fence html_block hr table_close'.split(' '),
);

function inlineText(tokens: readonly Token[]): string {
  let text = '';
  const links: { readonly at: number; readonly address: string }[] = [];
  let isBroken = false;
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'softbreak' || type === 'hardbreak') text += isBroken ? '' : '\n';
    else if (type === 'image') text += addressed(inlineText(token.children ?? []), String(token.attrGet('src') ?? ''));
    else if (type === 'link_open') links.push({ at: text.length, address: String(token.attrGet('href') ?? '') });
    else if (type === 'link_close') {
      const link = links.pop();
      if (link) text = text.slice(0, link.at) + addressed(text.slice(link.at), link.address);
    } else if (type === 'html_inline' && isFormattingTag(content)) text += isBreak(token) ? '\n' : '';
    else text += content;
    isBroken = isBreak(token);
  }
  return text;
}

function isBreak({ type, content }: Token): boolean {
  return type === 'html_inline' && /^<br\b/i.test(content);
}

function addressed(label: string, address: string): string {
  if (label === '' || label === address) return address;
  return `mailto:${label}` === address ? label : `${label} (${address})`;
}
