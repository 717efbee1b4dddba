/** What every row has: an id that is unique in its table. */
export interface Row {
  readonly id: string;
}

/** Rows by id, in the order in which they were added. Rows are plain JSON and are changed in place. */
export class Table<Kept extends Row> {
  readonly #rows = new Map<string, Kept>();

  get size(): number {
    return this.#rows.size;
  }

  /** The row with this id, given as text or number; undefined without one. */
  get(id: unknown): Kept | undefined {
    return this.#rows.get(String(id));
  }

  has(id: unknown): boolean {
    return this.#rows.has(String(id));
  }

  /** Adds a row, or puts it in the place of the one with its id. */
  put(row: Kept): Kept {
    this.#rows.set(row.id, row);
    return row;
  }

  /** True if there was such a row. */
  remove(id: unknown): boolean {
    return this.#rows.delete(String(id));
  }

  all(): Kept[] {
    return [...this.#rows.values()];
  }

  filter(keep: (row: Kept) => boolean): Kept[] {
    return this.all().filter(keep);
  }

  find(matches: (row: Kept) => boolean): Kept | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row;
    return undefined;
  }
}
