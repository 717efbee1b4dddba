import { codeSpan, fencedLines, languageOf } from './code.ts';
import { blocks, headings, markOf } from './element-kinds.ts';
import type { Attributes } from './hidden-element.ts';
import { isInvisible } from './invisible.ts';
import { LineWriter } from './line-writer.ts';
import { type List, lists, marginOf, startOf } from './lists.ts';
import { Marks } from './marks.ts';
import type { Sink } from './visible-elements.ts';
import { webAddress } from './web-address.ts';

/** Collapsible white space; others stay as they are. */
const SPACES = /[ \t\r\n\f]+/g;

/** Writes elements and texts as Markdown. A model reads names and addresses as they are written, so nothing is escaped. */
export class MarkdownWriter implements Sink {
  readonly #lines = new LineWriter();
  readonly #marks = new Marks(this.#lines);
  /** Open lists and items. */
  readonly #lists: List[] = [];
  #code: string | undefined;
  #codes = 0;
  #pres = 0;
  /** Text of a block of code; `undefined` outside, and in preformatted text until it begins with code. */
  #fenced: string | undefined;
  #language = '';
  #mayBeFenced = false;

  /** Pieces and characters written. */
  get work(): number {
    return this.#lines.count + this.#lines.length;
  }

  finish(): string {
    this.#flushCode();
    return this.#lines.textFrom(0);
  }

  text(text: string): void {
    this.#mayBeFenced = false;
    if (this.#fenced !== undefined) this.#fenced += text;
    else if (this.#pres > 0) this.#preformatted(text);
    else this.#inline(text.replace(SPACES, ' '));
  }

  place(name: string, attributes: Attributes): void {
    if (this.#fenced !== undefined) {
      if (name === 'br') this.#fenced += '\n';
    } else if (name === 'br') this.#breakLine();
    else if (name === 'hr') this.#alone('---');
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'iframe' || name === 'video') {
      const address = webAddress(attributes.get('src'));
      if (address !== '') this.#alone(`[${name === 'video' ? 'video' : 'embedded'}](${address})`);
    }
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'pre') this.#openPre();
    else if (name === 'code' && this.#pres > 0) this.#openFence(attributes);
    else if (this.#fenced !== undefined) return;
    else if (name === 'code') this.#codes += 1;
    else if (markOf(name)) {
      this.#flushCode();
      this.#marks.open(markOf(name), name === 'a' ? webAddress(attributes.get('href')) : '');
    } else this.#openBlock(name, attributes);
  }

  close(name: string): void {
    if (name === 'pre') this.#closePre();
    else if (this.#fenced !== undefined || (name === 'code' && this.#pres > 0)) return;
    else if (name === 'code') {
      this.#codes = Math.max(this.#codes - 1, 0);
      if (this.#codes === 0) this.#flushCode();
    } else if (markOf(name)) {
      this.#flushCode();
      this.#marks.close(markOf(name));
    } else this.#closeBlock(name);
  }

  #openBlock(name: string, attributes: Attributes): void {
    const around = this.#lists.at(-1)?.name;
    if (name === 'li') {
      this.#break(1);
      const list = this.#lists.at(-1);
      this.#lists.push({ name, next: undefined });
      this.#lines.pushMargin(() => marginOf(list));
    } else if (lists.has(name)) {
      this.#break(around === undefined ? 2 : 1);
      this.#lists.push({ name, next: name === 'ol' ? startOf(attributes) : undefined });
      // A list right in a list, as mail programs write it, is one of its items.
      if (around !== undefined && around !== 'li') this.#lines.pushMargin(() => ({ first: '  ', rest: '  ' }));
    } else if (name === 'tr') {
      this.#flushCode();
      this.#lines.openRow();
    } else if (name === 'td' || name === 'th') {
      this.#flushCode();
      this.#lines.openCell();
    } else if (blocks.has(name)) {
      this.#break(2);
      if (name === 'blockquote') this.#lines.pushMargin(() => ({ first: '> ', rest: '> ' }));
      if (headings.has(name)) this.#lines.pushMargin(() => ({ first: `${'#'.repeat(Number(name[1]))} `, rest: '' }));
    }
  }

  #closeBlock(name: string): void {
    if (name === 'li') {
      this.#flushCode();
      this.#lists.pop();
      this.#lines.popMargin();
      this.#lines.tighten();
    } else if (lists.has(name)) {
      this.#flushCode();
      this.#lists.pop();
      const around = this.#lists.at(-1)?.name;
      if (around !== undefined && around !== 'li') {
        this.#lines.popMargin();
        this.#lines.tighten();
      } else this.#break(2);
    } else if (name === 'tr') {
      this.#flushCode();
      this.#lines.closeRow();
    } else if (name === 'td' || name === 'th') this.#flushCode();
    else if (blocks.has(name)) {
      this.#flushCode();
      if (name === 'blockquote' || headings.has(name)) this.#lines.popMargin();
      this.#break(2);
    }
  }

  #openPre(): void {
    this.#break(2);
    this.#pres += 1;
    this.#mayBeFenced = this.#pres === 1;
  }

  #openFence(attributes: Attributes): void {
    if (!this.#mayBeFenced) return;
    this.#mayBeFenced = false;
    this.#fenced = '';
    this.#language = languageOf(attributes.get('class'));
  }

  #closePre(): void {
    this.#pres -= 1;
    if (this.#pres > 0) return;
    const text = this.#fenced?.replace(/\n$/, '');
    this.#fenced = undefined;
    if (text !== undefined && text.trim() !== '') this.#fence(text);
    this.#break(2);
  }

  #fence(text: string): void {
    for (const line of fencedLines(text, this.#language)) {
      if (line.trim() !== '') this.#write(line.trimEnd());
      this.#lines.breakLine();
    }
    this.#lines.breakBlock(2);
  }

  #preformatted(text: string): void {
    for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
      if (at > 0) this.#breakLine();
      this.#inline(line.replaceAll(' ', '\u00a0'));
    }
  }

  #inline(text: string): void {
    if (this.#codes > 0) {
      this.#code = (this.#code ?? '') + text;
      return;
    }
    const start = edge(text, 0, 1);
    const end = start === text.length ? start : edge(text, text.length - 1, -1) + 1;
    this.#lines.space(text.slice(0, start));
    const content = text.slice(start, end);
    if (isInvisible(content)) return;
    this.#write(content);
    this.#lines.space(text.slice(end));
  }

  #picture(attributes: Attributes): void {
    if (['width', 'height'].some((side) => /^[01](?:px)?$/.test(attributes.get(side) ?? ''))) return;
    const address = webAddress(attributes.get('src'));
    const words = (attributes.get('alt') ?? '').replaceAll(/\s+/g, ' ').trim();
    this.#flushCode();
    if (address !== '') this.#write(`![${words}](${address})`);
    else if (words !== '') this.#write(`![${words}]`);
  }

  #alone(text: string): void {
    this.#break(2);
    this.#write(text);
    this.#break(2);
  }

  #write(text: string): void {
    this.#marks.write(text);
  }

  #break(lines: 1 | 2): void {
    this.#flushCode();
    this.#lines.breakBlock(lines);
  }

  #breakLine(): void {
    if (this.#codes > 0) this.#code = `${this.#code ?? ''} `;
    else this.#lines.breakLine();
  }

  /** Writes the code that was collected. */
  #flushCode(): void {
    this.#mayBeFenced = false;
    const code = this.#code;
    this.#code = undefined;
    if (code === undefined) return;
    const text = code.replaceAll(/\s+/g, ' ');
    if (text.startsWith(' ')) this.#lines.space(' ');
    const content = text.trim();
    if (isInvisible(content)) return;
    this.#write(codeSpan(content));
    if (text.endsWith(' ')) this.#lines.space(' ');
  }
}

/** The first place from one on that holds no white space. */
function edge(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < text.length && (text[at] === ' ' || text[at] === '\u00a0')) at += step;
  return at;
}
