import type { LineWriter } from './line-writer.ts';

/** What is set in marks within a line. */
export type MarkKind = 'strong' | 'em' | 'link';

interface Mark {
  readonly kind: MarkKind;
  readonly address: string;
  /** Elements that ask for it. */
  count: number;
  /** Where it was opened in the output. */
  at: number | undefined;
  length: number;
}

const SIGNS = { strong: '**', em: '*', link: '[' } satisfies Record<MarkKind, string>;

/** Emphasis and links: opened with their first content, so that empty ones leave nothing, and closed before lines end. */
export class Marks {
  readonly #lines: LineWriter;
  readonly #wanted: Mark[] = [];
  readonly #open: Mark[] = [];

  constructor(lines: LineWriter) {
    this.#lines = lines;
  }

  /** A link without an address is text. */
  open(kind: MarkKind | undefined, address: string): void {
    if (kind === undefined) return;
    const wanted = this.#wanted.find((mark) => mark.kind === kind);
    if (wanted) wanted.count += 1;
    else this.#wanted.push({ kind, address, count: 1, at: undefined, length: 0 });
  }

  close(kind: MarkKind | undefined): void {
    const mark = this.#wanted.find((wanted) => wanted.kind === kind);
    if (!mark) return;
    mark.count -= 1;
    if (mark.count > 0) return;
    this.#wanted.splice(this.#wanted.indexOf(mark), 1);
    if (mark.at === undefined) return;
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#end(last);
      if (last === mark) return;
    }
  }

  write(text: string): void {
    if (this.#lines.isAtBreak) this.#closeForBreak();
    this.#lines.begin();
    for (const mark of this.#wanted) if (mark.at === undefined) this.#begin(mark);
    this.#lines.push(text);
  }

  /** Emphasis does not reach over lines; a link does, for its address stands once. */
  #closeForBreak(): void {
    while (this.#open.length > 0 && this.#open.at(-1)?.kind !== 'link') {
      const mark = this.#open.pop();
      if (mark) this.#end(mark);
    }
  }

  #begin(mark: Mark): void {
    if (mark.kind === 'link' && mark.address === '') return;
    mark.at = this.#lines.count;
    this.#lines.push(SIGNS[mark.kind]);
    mark.length = this.#lines.length;
    this.#open.push(mark);
  }

  #end(mark: Mark): void {
    const { kind, address, at = 0 } = mark;
    mark.at = undefined;
    if (kind !== 'link') {
      this.#lines.push(SIGNS[kind]);
      return;
    }
    const length = this.#lines.length - mark.length;
    const isNamed = ['', 'mailto:'].find(
      (scheme) => scheme.length + length === address.length && scheme + this.#lines.textFrom(at + 1) === address,
    );
    // A bare address ends where the text around it begins.
    if (isNamed === '') this.#lines.replace(at, '<');
    if (isNamed === 'mailto:') this.#lines.replace(at, '');
    this.#lines.push(isNamed === undefined ? `](${address})` : isNamed === '' ? '>' : '');
  }
}
