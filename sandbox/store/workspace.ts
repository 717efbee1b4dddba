import { createRandom, type Random } from './random.ts';
import { type Row, Table } from './table.ts';

/** Settings of a workspace that do not change. */
export interface WorkspaceSettings {
  /** What the sample data is made from: the same seed gives the same workspace. */
  readonly seed: number;
  /** How many times the usual number of contacts, conversations and tickets. */
  readonly scale: number;
  /** When the workspace was started, in unix seconds: every time in the sample data is relative to it. */
  readonly start: number;
  /** IANA name of the time zone in which contacts' dates are whole days. */
  readonly timezone: string;
}

/** The data of one Intercom workspace, in memory. */
export class Workspace implements WorkspaceSettings {
  readonly seed: number;
  readonly scale: number;
  readonly start: number;
  readonly timezone: string;
  /** Decides what is decided by chance, the same each time. */
  readonly random: Random;
  readonly #tables = new Map<string, Table<Row>>();
  readonly #counters = new Map<string, number>();
  readonly #reserved = new Map<string, ReadonlySet<string>>();

  constructor({ seed, scale, start, timezone }: WorkspaceSettings) {
    this.seed = seed;
    this.scale = scale;
    this.start = start;
    this.timezone = timezone;
    this.random = createRandom(seed);
  }

  /** The table of this name, empty at first. */
  table(name: string): Table<Row> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table = new Table<Row>();
    this.#tables.set(name, table);
    return table;
  }

  /** The next number of a series, from `first` on. */
  nextNumber(series: string, first = 1): number {
    const number = this.#counters.get(series) ?? first;
    this.#counters.set(series, number + 1);
    return number;
  }

  /** The next id of a series, in decimal digits, from `first` on. */
  nextId(series: string, first?: number): string {
    return String(this.nextNumber(series, first));
  }

  /** Keeps ids of a series for rows that come later. */
  reserve(series: string, ids: Iterable<string>): void {
    this.#reserved.set(series, new Set([...(this.#reserved.get(series) ?? []), ...ids]));
  }

  /** True for an id that was kept for a certain row. */
  isReserved(series: string, id: string): boolean {
    return this.#reserved.get(series)?.has(id) ?? false;
  }

  /** The next id of a series in 24 hexadecimal digits, as contacts and companies have them. */
  nextHexId(series: string): string {
    const number = this.nextNumber(series).toString(16).padStart(8, '0');
    const prefix = [...series].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7);
    return `6601${prefix.toString(16).padStart(6, '0')}${(this.seed >>> 0).toString(16).padStart(6, '0').slice(-6)}${number}`;
  }

  /** All rows of all tables as they are now, by table and id; a copy. */
  snapshot(): Snapshot {
    const tables = [...this.#tables].filter(([, table]) => table.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      tables.map(([name, table]) => [
        name,
        Object.fromEntries(table.all().map((row) => [row.id, structuredClone(row)])),
      ]),
    );
  }
}

/** Rows by table and id. */
export type Snapshot = Readonly<Record<string, Readonly<Record<string, Row>>>>;

/** How to reach the table of one kind of row in a workspace. */
export type TableOf<Kept extends Row> = (workspace: Workspace) => Table<Kept>;

/** Declares a kind of row. Each kind has one table, named here and nowhere else. */
export function tableOf<Kept extends Row>(name: string): TableOf<Kept> {
  return (workspace) =>
    // One name stands for one kind of row, so that what was put in is what comes out.
    workspace.table(name) as unknown as Table<Kept>;
}
