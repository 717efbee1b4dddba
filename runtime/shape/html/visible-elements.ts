import {
  breakouts,
  formattingElements,
  headings,
  integrationPoints,
  paragraphEnders,
  unseenElements,
  voidElements,
} from './element-kinds.ts';
import { ElementStack, type OpenElement } from './element-stack.ts';
import { type Attributes, type Color, lookOf, PAGE } from './hidden-element.ts';

/** Elements within elements, as in browsers. */
const DEEPEST = 512;
/** Formatting within formatting: it is taken over from each block that ends to what follows. */
const DEEPEST_FORMAT = 32;

/** What takes the elements and texts that a person sees: each element that opens is closed, all but formatting in its order. */
export interface Sink {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** An element without content. */
  place(name: string, attributes: Attributes): void;
  text(text: string): void;
}

const NO_ATTRIBUTES: Attributes = new Map();
const sections = ['tbody', 'thead', 'tfoot', 'caption', 'colgroup'];

/**
 * Which elements are open, by the rules of the HTML standard as far as they decide what a person sees: missing and
 * misplaced end tags, formatting that outlives blocks, tables, drawings. What nobody sees does not reach the sink.
 */
export class VisibleElements {
  readonly #stack = new ElementStack();
  readonly #sink: Sink;
  readonly #written = new Set<OpenElement>();
  #order = 0;
  #page: { isHidden: boolean; background: Color | undefined } = { isHidden: false, background: PAGE };

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  get moves(): number {
    return this.#stack.moves;
  }

  /** True where self-closing tags and raw text follow the rules of XML. */
  get isForeign(): boolean {
    return this.#stack.top?.isForeign ?? false;
  }

  get isFull(): boolean {
    return this.#stack.depth >= DEEPEST || this.#stack.formats >= DEEPEST_FORMAT;
  }

  text(text: string): void {
    if (this.#isSeen) this.#sink.text(text);
  }

  open(tag: string, attributes: Attributes, { isSelfClosing = false } = {}): void {
    const name = tag === 'image' ? 'img' : tag;
    if (this.isForeign) {
      if (breakouts.has(name) || (name === 'font' && attributes.has('color'))) this.#leaveForeign();
      else if (isSelfClosing) return;
    } else if (isSelfClosing && (name === 'svg' || name === 'math')) return;
    if (this.#stack.top?.name === 'select' && !this.#leaveSelect(name)) return;
    if (name === 'html' || name === 'body') this.#page = lookOf(attributes, this.#page.background);
    if (name === 'html' || name === 'body' || name === 'head' || name === 'frameset') return;
    if (!this.isForeign && !this.#endImplied(name)) return;
    const behind = this.#behind(name);
    const { isHidden, background } = lookOf(attributes, behind);
    if (voidElements.has(name)) {
      if (this.#isSeen && !isHidden) this.#sink.place(name, attributes);
      return;
    }
    if (formattingElements.has(name)) {
      const third = this.#stack.thirdOf({ name, attributes });
      if (third) this.#remove(third);
    }
    if ((name === 'iframe' || name === 'video') && this.#isSeen && !isHidden) this.#sink.place(name, attributes);
    this.#push(name, { attributes, behind, background, isUnseen: isHidden || unseenElements.has(name) });
  }

  close(name: string): void {
    const stack = this.#stack;
    if (stack.top?.name === 'select' && name !== 'select' && !TABLE_PARTS.has(name)) return;
    if (name === 'br') this.open(name, NO_ATTRIBUTES);
    else if (formattingElements.has(name)) {
      const found = stack.within(name, 'scope');
      if (found) this.#remove(found);
    } else if (headings.has(name)) {
      let found: OpenElement | undefined;
      for (const heading of headings) {
        const one = stack.within(heading, 'scope');
        if (one && one.order > (found?.order ?? 0)) found = one;
      }
      this.#close(found);
    } else this.#close(stack.within(name, barrierOfEnd(name)));
  }

  /** Closes what is open still. */
  end(): void {
    for (let top = this.#stack.top; top; top = this.#stack.top) this.#close(top);
  }

  get #isSeen(): boolean {
    return !this.#stack.isUnseen && !this.#page.isHidden;
  }

  /** Ends what cannot go on around an element that begins; false for one that has no place here. */
  #endImplied(name: string): boolean {
    const stack = this.#stack;
    if (paragraphEnders.has(name)) this.#close(stack.within('p', 'button'));
    if (headings.has(name) && headings.has(stack.top?.name ?? '')) this.#close(stack.top);
    if (name === 'li') this.#close(stack.within('li', 'item'));
    if (name === 'dd' || name === 'dt') this.#close(stack.within('dd', 'item') ?? stack.within('dt', 'item'));
    if (name === 'button') this.#close(stack.within('button', 'scope'));
    if (name === 'a' || name === 'nobr') {
      const found = stack.within(name, 'marker');
      if (found) this.#remove(found);
    }
    if (name === 'table') {
      const table = stack.within('table', 'table');
      if (table && !['td', 'th', 'caption'].some((cell) => isIn(stack.nearest(cell), table))) this.#close(table);
    }
    return this.#endInTable(name);
  }

  #endInTable(name: string): boolean {
    const isCell = name === 'td' || name === 'th';
    if (!isCell && name !== 'tr' && name !== 'col' && !sections.includes(name)) return true;
    const stack = this.#stack;
    const table = stack.within('table', 'table');
    if (table === undefined) return false;
    if (isCell) {
      if (!isIn(stack.nearest('tr'), table)) this.open('tr', NO_ATTRIBUTES);
      this.#clearTo(stack.nearest('tr'));
    } else if (name === 'tr') {
      const found = ['tbody', 'thead', 'tfoot'].flatMap((section) => stack.nearest(section) ?? []);
      this.#clearTo(found.find((section) => isIn(section, table)) ?? table);
    } else if (name !== 'col') this.#clearTo(table);
    return true;
  }

  /** In a list of choices tags count for nothing, but for few that end it; true where one goes on behind it. */
  #leaveSelect(name: string): boolean {
    const isPart = TABLE_PARTS.has(name) && this.#stack.nearest('table') !== undefined;
    const isEnd = name === 'select' || name === 'input' || name === 'textarea' || isPart;
    if (isEnd) this.#close(this.#stack.top);
    return isEnd && name !== 'select';
  }

  #leaveForeign(): void {
    for (let { top } = this.#stack; top?.isForeign; { top } = this.#stack) this.#close(top);
  }

  /** The colour behind a new element. What has no place in a table, browsers put in front of it. */
  #behind(name: string): Color | undefined {
    const { top } = this.#stack;
    if (top && TABLE_FRAME.has(top.name) && !TABLE_PARTS.has(name)) return this.#stack.nearest('table')?.behind;
    return (top ?? this.#page).background;
  }

  #push(name: string, look: Pick<OpenElement, 'attributes' | 'background' | 'behind' | 'isUnseen'>): void {
    const isForeign = name === 'svg' || name === 'math' || (this.isForeign && !integrationPoints.has(name));
    this.#order += 1;
    this.#take({ name, order: this.#order, isForeign, ...look }, false);
  }

  #take(element: OpenElement, wasSeen: boolean): void {
    this.#stack.push(element);
    if (this.#isSeen) this.#written.add(element);
    if (this.#isSeen && !wasSeen) this.#sink.open(element.name, element.attributes);
    if (!this.#isSeen && wasSeen) this.#sink.close(element.name);
  }

  #close(element: OpenElement | undefined, options?: { readonly keep: boolean }): void {
    if (!element) return;
    const { ended, kept } = this.#stack.close(element, options);
    for (const closed of ended) this.#tell(closed);
    for (const one of kept) this.#goOn(one);
  }

  #clearTo(element: OpenElement | undefined): void {
    this.#close(element, { keep: true });
  }

  /** Formatting goes on behind a block, where it may look otherwise. */
  #goOn(one: OpenElement): void {
    const behind = this.#behind(one.name);
    const look = behind === one.behind ? undefined : lookOf(one.attributes, behind);
    const wasSeen = this.#written.delete(one);
    this.#take(look ? { ...one, behind, background: look.background, isUnseen: look.isHidden } : one, wasSeen);
  }

  #remove(element: OpenElement): void {
    this.#stack.remove(element);
    this.#tell(element);
  }

  #tell(closed: OpenElement): void {
    if (this.#written.delete(closed)) this.#sink.close(closed.name);
  }
}

/** What an end tag does not reach through. */
function barrierOfEnd(name: string) {
  if (name === 'p') return 'button';
  if (name === 'li') return 'list';
  if (TABLE_PARTS.has(name) || THROUGH.has(name)) return 'table';
  return BLOCK_ENDS.has(name) ? 'scope' : 'special';
}

const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'tr', 'td', 'th', ...sections]);
const TABLE_FRAME: ReadonlySet<string> = new Set(['table', 'tr', ...sections.slice(0, 3)]);
/** Nothing in them is seen, so that nothing in them may keep them open. */
const THROUGH: ReadonlySet<string> = new Set(['svg', 'math', 'select', 'template', 'object', 'noscript']);
const BLOCK_ENDS: ReadonlySet<string> = new Set([...paragraphEnders, 'button', 'marquee', 'applet', 'caption']);

function isIn(element: OpenElement | undefined, outer: OpenElement): boolean {
  return element !== undefined && element.order > outer.order;
}
