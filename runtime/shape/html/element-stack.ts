import { type Barrier, barriersOf, formattingElements, markerElements } from './element-kinds.ts';
import type { Color } from './hidden-element.ts';

/** An element that is open. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Grows with every element: the larger one is further in. */
  readonly order: number;
  readonly isUnseen: boolean;
  /** True within a drawing or a formula. */
  readonly isForeign: boolean;
  /** Colour behind its text; `undefined` for one that is not known. */
  readonly background: Color | undefined;
  /** Colour behind the element itself. */
  readonly behind: Color | undefined;
}

/** What ended with an element, the innermost first, and formatting that began in it and goes on, the outermost first. */
export interface Closed {
  readonly ended: readonly OpenElement[];
  readonly kept: readonly OpenElement[];
}

/** The open elements, in which the nearest of a name or kind is found without a search. */
export class ElementStack {
  readonly #open: OpenElement[] = [];
  readonly #byName = new Map<string, OpenElement[]>();
  readonly #barriers = new Map<Barrier, OpenElement[]>();
  #unseen = 0;
  #formats = 0;
  /** Elements that were put on the stack, taken off it or moved in it: what its work is measured by. */
  moves = 0;

  get depth(): number {
    return this.#open.length;
  }

  /** Formatting elements that are open. */
  get formats(): number {
    return this.#formats;
  }

  get top(): OpenElement | undefined {
    return this.#open.at(-1);
  }

  /** True where a person sees nothing. */
  get isUnseen(): boolean {
    return this.#unseen > 0;
  }

  /** The innermost open element of a name. */
  nearest(name: string): OpenElement | undefined {
    return this.#byName.get(name)?.at(-1);
  }

  /** The innermost open element of a name that stands in no barrier but itself. */
  within(name: string, barrier: Barrier): OpenElement | undefined {
    const found = this.nearest(name);
    return found && found.order >= this.orderOf(barrier) ? found : undefined;
  }

  /** Order of the innermost barrier of a kind; -1 without one. */
  orderOf(barrier: Barrier): number {
    return this.#barriers.get(barrier)?.at(-1)?.order ?? -1;
  }

  push(element: OpenElement): void {
    this.moves += 1;
    this.#open.push(element);
    listIn(this.#byName, element.name).push(element);
    for (const barrier of barriersOf(element.name)) listIn(this.#barriers, barrier).push(element);
    if (element.isUnseen) this.#unseen += 1;
    if (formattingElements.has(element.name)) this.#formats += 1;
  }

  /** Takes an element out of the midst of others, which stay. */
  remove(element: OpenElement): void {
    const at = this.#open.lastIndexOf(element);
    if (at === -1) return;
    this.moves += this.#open.length - at;
    this.#open.splice(at, 1);
    this.#forget(element);
  }

  /**
   * Takes off what is open within an element, and the element itself unless told to keep it. Formatting that began inside
   * goes on in a browser, unless it began in a cell or the like.
   */
  close(element: OpenElement, { keep = false }: { readonly keep?: boolean } = {}): Closed {
    const at = this.#open.lastIndexOf(element);
    const above = this.#open.splice(keep ? at + 1 : at).reverse();
    this.moves += above.length;
    const marker = above.findLastIndex(({ name }) => markerElements.has(name));
    const isKept = (one: OpenElement, index: number) =>
      index > marker && one !== element && formattingElements.has(one.name);
    for (const one of above) this.#forget(one);
    return { ended: above.filter((one, index) => !isKept(one, index)), kept: above.filter(isKept).reverse() };
  }

  /** The earliest of three formatting elements in a row that equal this one: browsers keep no more than three. */
  thirdOf({ name, attributes }: Pick<OpenElement, 'name' | 'attributes'>): OpenElement | undefined {
    const equal: OpenElement[] = [];
    for (const one of this.#open.slice(-8).reverse()) {
      if (!formattingElements.has(one.name)) break;
      if (one.name === name && areEqual(one.attributes, attributes)) equal.push(one);
    }
    return equal[2];
  }

  #forget(element: OpenElement): void {
    take(listIn(this.#byName, element.name), element);
    for (const barrier of barriersOf(element.name)) take(listIn(this.#barriers, barrier), element);
    if (element.isUnseen) this.#unseen -= 1;
    if (formattingElements.has(element.name)) this.#formats -= 1;
  }
}

function take(list: OpenElement[], element: OpenElement): void {
  if (list.at(-1) === element) list.pop();
  else list.splice(list.lastIndexOf(element), 1);
}

function listIn<Key>(lists: Map<Key, OpenElement[]>, key: Key): OpenElement[] {
  const known = lists.get(key);
  if (known) return known;
  const list: OpenElement[] = [];
  lists.set(key, list);
  return list;
}

function areEqual(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}
