import { Tokenizer } from 'htmlparser2';
import { blocks, voidElements } from '../shape/html/element-kinds.ts';
import { isKnownTag } from '../shape/html/looks-like-html.ts';

/** Blocks, and what stands in none. */
const OUTERMOST: ReadonlySet<string> = new Set([...blocks, 'html', 'head', 'body', 'style', 'hr', 'iframe', 'video']);

/**
 * True for a text that is HTML and no Markdown: nothing but white space stands outside of its blocks, or it is one line
 * that stands in elements.
 */
export function isHtml(text: string): boolean {
  if (!/^\s*</.test(text)) return false;
  const reader = new OutsideReader(text);
  return !reader.hasText && (reader.hasBlock ? !reader.hasInline : reader.hasInline && !text.trim().includes('\n'));
}

/** What stands outside of all elements of a text. */
class OutsideReader {
  hasText = false;
  hasBlock = false;
  hasInline = false;
  readonly #open: string[] = [];
  readonly #counts = new Map<string, number>();

  constructor(text: string) {
    let tag = '';
    const tokenizer = new Tokenizer(
      {},
      {
        onattribdata: () => {},
        onattribentity: () => {},
        onattribname: () => {},
        onattribend: () => {},
        ontext: (start, end) => this.#text(text.slice(start, end)),
        ontextentity: () => this.#text('&'),
        onopentagname: (start, end) => {
          tag = text.slice(start, Math.min(end, start + 20)).toLowerCase();
        },
        onopentagend: () => this.#openTag(tag, false),
        onselfclosingtag: () => this.#openTag(tag, true),
        onclosetag: (start, end) => this.#closeTag(text.slice(start, Math.min(end, start + 20)).toLowerCase()),
        oncdata: () => {},
        oncomment: () => {},
        ondeclaration: () => {},
        onprocessinginstruction: () => {},
        onend: () => {},
        isInForeignContext: () => false,
      },
    );
    tokenizer.write(text);
    tokenizer.end();
  }

  #text(text: string): void {
    if (this.#open.length === 0 && text.trim() !== '') this.hasText = true;
  }

  #openTag(name: string, isSelfClosing: boolean): void {
    const isOutside = this.#open.length === 0;
    if (isOutside && OUTERMOST.has(name)) this.hasBlock = true;
    else if (isOutside && isKnownTag(name)) this.hasInline = true;
    else if (isOutside) this.hasText = true;
    if (isSelfClosing || voidElements.has(name)) return;
    this.#open.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #closeTag(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }
}
