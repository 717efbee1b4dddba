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
    return this.#stack.depth >= DEEPEST;
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
    if (name === 'html' || name === 'body') this.#page = lookOf(attributes, this.#page.background);
    if (name === 'html' || name === 'body' || name === 'head' || name === 'frameset') return;
    if (!this.isForeign && !this.#endImplied(name)) return;
    const { isHidden, background } = lookOf(attributes, (this.#stack.top ?? this.#page).background);
    if (voidElements.has(name)) {
      if (this.#isSeen && !isHidden) this.#sink.place(name, attributes);
      return;
    }
    if (formattingElements.has(name)) {
      const third = this.#stack.thirdOf({ name, attributes });
      if (third) this.#remove(third);
    }
    if ((name === 'iframe' || name === 'video') && this.#isSeen && !isHidden) this.#sink.place(name, attributes);
    this.#push(name, { attributes, background, isUnseen: isHidden || unseenElements.has(name) });
  }

  close(name: string): void {
    const stack = this.#stack;
    if (name === 'br') this.open(name, NO_ATTRIBUTES);
    else if (formattingElements.has(name)) {
      const found = stack.within(name, 'scope');
      if (found) this.#remove(found);
    } else if (headings.has(name)) {
      const [found] = [...headings]
        .flatMap((heading) => stack.within(heading, 'scope') ?? [])
        .sort((one, other) => other.order - one.order);
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

  #leaveForeign(): void {
    for (let { top } = this.#stack; top?.isForeign; { top } = this.#stack) this.#close(top);
  }

  #push(
    name: string,
    { attributes, background, isUnseen }: Pick<OpenElement, 'attributes' | 'background' | 'isUnseen'>,
  ): void {
    const isSeen = this.#isSeen && !isUnseen;
    const isForeign = name === 'svg' || name === 'math' || (this.isForeign && !integrationPoints.has(name));
    this.#order += 1;
    const element: OpenElement = { name, attributes, order: this.#order, isUnseen, isForeign, background };
    this.#stack.push(element);
    if (!isSeen) return;
    this.#written.add(element);
    this.#sink.open(name, attributes);
  }

  #close(element: OpenElement | undefined): void {
    if (element) for (const closed of this.#stack.close(element)) this.#tell(closed);
  }

  #clearTo(element: OpenElement | undefined): void {
    if (element) for (const closed of this.#stack.close(element, { keep: true })) this.#tell(closed);
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
/** Nothing in them is seen, so that nothing in them may keep them open. */
const THROUGH: ReadonlySet<string> = new Set(['svg', 'math', 'select', 'template', 'object', 'noscript']);
const BLOCK_ENDS: ReadonlySet<string> = new Set([...paragraphEnders, 'button', 'marquee', 'applet', 'caption']);

function isIn(element: OpenElement | undefined, outer: OpenElement): boolean {
  return element !== undefined && element.order > outer.order;
}
