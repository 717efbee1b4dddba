import { blocks } from '../shape/html/element-kinds.ts';
import { isKnownTag } from '../shape/html/looks-like-html.ts';
import { isVoid, readTokens, type TokenSink } from './html-tokens.ts';

/** Blocks, and what stands in none. */
const OUTERMOST: ReadonlySet<string> = new Set([...blocks, 'html', 'head', 'body', 'style', 'hr', 'iframe', 'video']);

/**
 * True for a text that is HTML and no Markdown: nothing but white space stands outside of its blocks, or it is one line
 * that stands in elements.
 */
export function isHtml(text: string): boolean {
  if (!/^\s*</.test(text)) return false;
  const outside = new Outside();
  readTokens(text, outside);
  if (outside.hasText) return false;
  return outside.hasBlock ? !outside.hasInline : outside.hasInline && !text.trim().includes('\n');
}

/** What stands outside of all elements of a text. */
class Outside implements TokenSink {
  hasText = false;
  hasBlock = false;
  hasInline = false;
  readonly #open: string[] = [];
  readonly #counts = new Map<string, number>();

  text(text: string): void {
    if (this.#open.length === 0 && text.trim() !== '') this.hasText = true;
  }

  open(name: string): void {
    if (this.#open.length === 0) {
      if (OUTERMOST.has(name)) this.hasBlock = true;
      else if (isKnownTag(name)) this.hasInline = true;
      else this.hasText = true;
    }
    if (isVoid(name)) return;
    this.#open.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }
}
