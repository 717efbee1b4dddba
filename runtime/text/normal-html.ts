import { blocks } from '../shape/html/element-kinds.ts';
import { readTokens, type TokenSink } from './html-tokens.ts';

const SAME: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ['del', 's'],
  ['strike', 's'],
]);
/** Elements around which white space means nothing. */
const EDGES: ReadonlySet<string> = new Set([
  ...blocks,
  'br',
  'hr',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'iframe',
]);

/**
 * HTML in the one form that all have that read the same: names of one meaning, attributes in order, white space only
 * where it is seen. Attributes that the API adds by itself (`name` or `name=value`) are left out.
 */
export function normalHtml(html: string, incidental: ReadonlySet<string> = new Set()): string {
  const writer = new NormalWriter(incidental);
  readTokens(html, writer);
  return writer.finish();
}

class NormalWriter implements TokenSink {
  readonly #incidental: ReadonlySet<string>;
  readonly #out: string[] = [];
  /** Paragraphs that are open, and whether each is the first of an item, which needs none. */
  readonly #paragraphs: boolean[] = [];
  #text = '';
  #pres = 0;
  #isAtEdge = true;

  constructor(incidental: ReadonlySet<string>) {
    this.#incidental = incidental;
  }

  finish(): string {
    this.#flush(true);
    return this.#out.join('\n');
  }

  text(text: string): void {
    this.#text += text;
  }

  open(raw: string, attributes: ReadonlyMap<string, string>): void {
    const name = SAME.get(raw) ?? raw;
    this.#flush(EDGES.has(name));
    const kept = this.#kept(attributes);
    if (name === 'p') {
      const isFirst = kept === '' && (this.#out.at(-1)?.startsWith('<li') ?? false);
      this.#paragraphs.push(isFirst);
      if (isFirst) return;
    }
    if (name === 'pre') this.#pres += 1;
    this.#out.push(`<${name}${kept}>`);
  }

  close(raw: string): void {
    const name = SAME.get(raw) ?? raw;
    if (name === 'pre') this.#text = this.#text.replace(/\n$/, '');
    this.#flush(EDGES.has(name));
    if (name === 'pre') this.#pres = Math.max(this.#pres - 1, 0);
    if (name === 'p' && this.#paragraphs.pop()) return;
    this.#out.push(`</${name}>`);
  }

  #kept(attributes: ReadonlyMap<string, string>): string {
    const kept = [...attributes].filter(
      ([name, value]) =>
        !this.#incidental.has(name) && !this.#incidental.has(`${name}=${value}`) && !(name === 'alt' && value === ''),
    );
    kept.sort(([a], [b]) => (a < b ? -1 : 1));
    return kept.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
  }

  /** Writes the text so far; `isEdge` where a block begins or ends behind it. */
  #flush(isEdge: boolean): void {
    let text = this.#pres > 0 ? this.#text : this.#text.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.#pres === 0 && this.#isAtEdge) text = text.replace(/^ /, '');
    if (this.#pres === 0 && isEdge) text = text.replace(/ $/, '');
    this.#text = '';
    if (text !== '') this.#out.push(JSON.stringify(text));
    // White space between two tags within a line is seen; the same behind a block is not.
    this.#isAtEdge = isEdge || (text === '' && this.#isAtEdge);
  }
}
