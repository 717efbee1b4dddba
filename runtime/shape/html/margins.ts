/** Quotes and lists within each other that are indented; a line of foreign text cannot be made longer than that by nesting. */
const DEEPEST = 16;

/** What begins the lines of a quote, an item or a heading: the first of them, and the others. */
export interface Margin {
  readonly first: string;
  readonly rest: string;
}

interface Open {
  /** Asked when something is written: an item without content has no number. */
  readonly margin: () => Margin;
  rest: string | undefined;
}

/** The margins of a line: those that go on, and from the first on that begins with it. */
export interface LineStart {
  readonly indent: string;
  readonly marks: string;
}

const NONE: LineStart = { indent: '', marks: '' };

/** The margins that are open, the outermost first. */
export class Margins {
  readonly #open: Open[] = [];

  get depth(): number {
    return this.#open.length;
  }

  push(margin: () => Margin): void {
    this.#open.push({ margin, rest: undefined });
  }

  pop(): void {
    this.#open.pop();
  }

  /** What a line begins with, from one depth to another. */
  begin(from: number, to: number): LineStart {
    if (from >= to) return NONE;
    let indent = '';
    let marks = '';
    for (const open of this.#open.slice(from, Math.min(to, DEEPEST))) {
      const isNew = open.rest === undefined;
      const text = use(open);
      if (isNew || marks !== '') marks += text;
      else indent += text;
    }
    const last = this.#open[to - 1];
    if (to > DEEPEST && last && last.rest === undefined) marks += use(last);
    return { indent, marks };
  }

  /** What all lines up to a depth go on with. */
  rest(depth: number): string {
    if (depth === 0) return '';
    const open = this.#open.slice(0, Math.min(depth, DEEPEST));
    return open.map(({ rest = '' }) => rest).join('');
  }
}

function use(open: Open): string {
  if (open.rest !== undefined) return open.rest;
  const { first, rest } = open.margin();
  open.rest = rest;
  return first;
}
