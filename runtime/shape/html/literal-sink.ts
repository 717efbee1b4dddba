import type { Attributes } from './hidden-element.ts';
import type { Sink } from './visible-elements.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const CODE: ReadonlySet<string> = new Set(['code', 'pre']);

/** Hands on elements and texts, with a backslash before all that could be read as a mark of Markdown. */
export class LiteralSink implements Sink {
  readonly #sink: Sink;
  #codes = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(name: string, attributes: Attributes): void {
    if (CODE.has(name)) this.#codes += 1;
    this.#sink.open(name, attributes);
  }

  close(name: string): void {
    if (CODE.has(name)) this.#codes -= 1;
    this.#sink.close(name);
  }

  place(name: string, attributes: Attributes): void {
    this.#sink.place(name, attributes);
  }

  text(text: string): void {
    this.#sink.text(this.#codes > 0 ? text : text.replace(PUNCTUATION, '\\$&'));
  }
}
