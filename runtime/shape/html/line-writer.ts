import { type Margin, Margins } from './margins.ts';

/** Where the next content goes. */
interface Place {
  /** True at the beginning of the text or of a cell, where nothing has to be ended. */
  isFresh: boolean;
  /** Margins that the line has already. */
  depth: number;
  breaks: number;
  /** True where a block ended, not a line. */
  isBlock: boolean;
  breakDepth: number;
}

interface Slot {
  readonly at: number;
  readonly isFilled: boolean;
}

interface Row {
  readonly lead: Place;
  readonly depth: number;
  readonly newlines: number;
  readonly slots: Slot[];
  cells: number;
  pending: number;
  isStarted: boolean;
  /** True for a row that only arranges what it holds. */
  isLayout: boolean;
  prefix: string;
}

/** Writes texts in lines with blank lines between blocks, margins and rows, each character once. */
export class LineWriter {
  readonly #out: string[] = [];
  readonly #margins = new Margins();
  readonly #rows: Row[] = [];
  /** Places in the output where a line ends within a row. */
  readonly #newlines: number[] = [];
  #place: Place = { isFresh: true, depth: 0, breaks: 0, isBlock: false, breakDepth: 0 };
  /** Rows that have content; those within them have none yet. */
  #started = 0;
  #gap = '';
  /** Characters written. */
  length = 0;

  /** Pieces written so far: the place of the next one. */
  get count(): number {
    return this.#out.length;
  }

  /** True where the next content begins a line. */
  get isAtBreak(): boolean {
    return this.#place.isFresh || this.#place.breaks > 0;
  }

  /** Ends a block with an empty line (2), or at least the line (1). */
  breakBlock(lines: 1 | 2): void {
    this.#requestBreak(Math.max(this.#place.breaks, lines));
    if (lines === 2) this.#place.isBlock = true;
  }

  /** Ends the line; a second time leaves one empty. */
  breakLine(): void {
    this.#requestBreak(Math.min(this.#place.breaks + 1, 2));
  }

  /** After a tight block: the next one follows on the next line. */
  tighten(): void {
    const place = this.#place;
    if (place.isFresh || place.breaks === 0) this.breakBlock(1);
    else Object.assign(place, { breaks: 1, isBlock: false });
  }

  /** White space before what comes: breakable spaces, one at most, and others. */
  space(text: string): void {
    for (const character of text)
      if (character !== ' ') this.#gap += character;
      else if (!this.#gap.endsWith(' ') && (this.#gap !== '' || !this.isAtBreak)) this.#gap += ' ';
  }

  pushMargin(margin: () => Margin): void {
    this.#margins.push(margin);
  }

  popMargin(): void {
    this.#margins.pop();
    this.#place.breakDepth = Math.min(this.#place.breakDepth, this.#margins.depth);
  }

  /** Writes what stands before content: ends of lines, margins, marks of cells, space. */
  begin(): void {
    while (this.#started < this.#rows.length) this.#startRow(this.#rows[this.#started], this.#rows[this.#started - 1]);
    const row = this.#rows.at(-1);
    if (row) this.#pushSlots(row, true);
    this.#startLine(this.#place, this.#margins.depth, row);
    this.#push(this.#gap);
    this.#gap = '';
  }

  /** Writes content; `begin` comes before it. */
  push(text: string): void {
    this.#push(text);
  }

  /** Replaces a piece that was written. */
  replace(at: number, text: string): void {
    this.#out[at] = text;
  }

  /** What was written from a piece on. */
  textFrom(at: number): string {
    return this.#out.slice(at).join('');
  }

  openRow(): void {
    this.breakBlock(1);
    this.#rows.push({
      lead: this.#place,
      depth: this.#margins.depth,
      newlines: this.#newlines.length,
      slots: [],
      cells: 0,
      pending: 0,
      isStarted: false,
      isLayout: false,
      prefix: '',
    });
    this.#refresh(this.#margins.depth);
  }

  openCell(): void {
    const row = this.#rows.at(-1);
    if (!row) return;
    row.cells += 1;
    row.pending += 1;
    this.#refresh(row.depth);
  }

  /** Ends a row: cells side by side with bars, or what they hold as blocks where it is more than lines. */
  closeRow(): void {
    const row = this.#rows.pop();
    if (!row) return;
    this.#gap = '';
    if (!row.isStarted) {
      this.#place = row.lead;
      return;
    }
    this.#started -= 1;
    this.#pushSlots(row, false);
    const isGrid = row.cells > 1 && !row.isLayout;
    if (isGrid) {
      for (const at of this.#newlines.slice(row.newlines)) this.#out[at] = ' ';
      for (const [index, { at }] of row.slots.entries()) this.#out[at] = index === 0 ? '| ' : ' | ';
      this.#push(' |');
    } else {
      const filled = row.slots.filter(({ isFilled }) => isFilled);
      for (const { at } of filled.slice(1)) this.#out[at] = `\n${row.prefix.trimEnd()}\n${row.prefix}`;
      if (filled.length > 1) row.isLayout = true;
    }
    const outer = this.#rows.at(-1);
    if (isGrid || !outer) this.#newlines.length = row.newlines;
    if (outer && (isGrid || row.isLayout)) outer.isLayout = true;
    this.#place = { isFresh: false, depth: 0, breaks: isGrid ? 1 : 2, isBlock: !isGrid, breakDepth: row.depth };
  }

  #refresh(depth: number): void {
    this.#place = { isFresh: true, depth, breaks: 0, isBlock: false, breakDepth: depth };
    this.#gap = '';
  }

  #requestBreak(breaks: number): void {
    const place = this.#place;
    const depth = this.#margins.depth;
    place.breakDepth = place.breaks === 0 ? depth : Math.min(place.breakDepth, depth);
    place.breaks = breaks;
    this.#gap = '';
  }

  #startRow(row: Row | undefined, outer: Row | undefined): void {
    if (!row) return;
    if (outer) this.#pushSlots(outer, true);
    this.#startLine(row.lead, row.depth, outer);
    row.prefix = this.#margins.rest(row.depth);
    this.#started += 1;
    row.isStarted = true;
  }

  #startLine(place: Place, depth: number, row: Row | undefined): void {
    if (!place.isFresh && place.breaks === 0) return;
    let before = '';
    if (!place.isFresh) {
      if (place.isBlock && row) row.isLayout = true;
      before = place.breaks > 1 ? `\n${this.#margins.rest(place.breakDepth).trimEnd()}\n` : '\n';
      if (row) this.#newlines.push(this.#out.length);
    }
    const { indent, marks } = this.#margins.begin(place.isFresh ? place.depth : 0, depth);
    this.#push(before + indent);
    this.#push(marks);
    place.isFresh = false;
    place.breaks = 0;
    place.isBlock = false;
  }

  #pushSlots(row: Row, isFilled: boolean): void {
    for (; row.pending > 0; row.pending -= 1) {
      row.slots.push({ at: this.#out.length, isFilled: isFilled && row.pending === 1 });
      this.#out.push('');
    }
  }

  #push(text: string): void {
    if (text === '') return;
    this.#out.push(text);
    this.length += text.length;
  }
}
