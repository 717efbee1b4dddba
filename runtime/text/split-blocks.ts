import { isVoid, type Place, readTokens, type TokenSink } from './html-tokens.ts';

/** The outermost elements of HTML, each as it is written; undefined where something else stands between them, or tags do not match. */
export function splitBlocks(html: string): readonly string[] | undefined {
  const splitter = new Splitter();
  readTokens(html, splitter);
  return splitter.isWhole ? splitter.places.map(({ start, end }) => html.slice(start, end)) : undefined;
}

class Splitter implements TokenSink {
  readonly places: Place[] = [];
  readonly #open: string[] = [];
  #start = 0;
  #isRight = true;

  get isWhole(): boolean {
    return this.#isRight && this.#open.length === 0;
  }

  text(text: string): void {
    if (this.#open.length === 0 && text.trim() !== '') this.#isRight = false;
  }

  open(name: string, _attributes: ReadonlyMap<string, string>, place: Place): void {
    if (this.#open.length === 0) this.#start = place.start;
    if (!isVoid(name)) this.#open.push(name);
    else if (this.#open.length === 0) this.places.push(place);
  }

  close(name: string, { end }: Place): void {
    if (this.#open.pop() !== name) this.#isRight = false;
    if (this.#open.length === 0) this.places.push({ start: this.#start, end });
  }
}
