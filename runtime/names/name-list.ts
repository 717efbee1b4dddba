import type { NamedKind, NamedThing } from '../profile/named-kind.ts';
import { lookUp, type Read, readThings } from './look-up.ts';

/** What a list names, looked up once; who asks meanwhile waits for the same look-up. */
export class NameList {
  /** Rejects as the look-up does. */
  readonly ready: Promise<void>;
  #things: ReadonlyMap<string, readonly NamedThing[]> | undefined;
  #isWhole = true;
  #hasFailed = false;

  /** `kinds` are those that the same list has. */
  constructor(kinds: ReadonlyMap<string, NamedKind>, read: Read) {
    this.ready = this.#lookUp(kinds, read);
    // Who waits for it learns of it; nobody has to.
    this.ready.catch(() => {});
  }

  async #lookUp(kinds: ReadonlyMap<string, NamedKind>, read: Read): Promise<void> {
    try {
      const [first] = kinds.values();
      if (first === undefined) return;
      const { items, isWhole } = await lookUp(first, read);
      this.#isWhole = isWhole;
      this.#things = new Map([...kinds].map(([name, kind]) => [name, readThings(items, kind)]));
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    }
  }

  /** The things of a kind; undefined until they are there. */
  things(kind: string): readonly NamedThing[] | undefined {
    return this.#things?.get(kind);
  }

  /** False where the account has more than are looked at. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }
}
