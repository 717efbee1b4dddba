import type { Notes } from '../search/notes.ts';

/** What the reading of one call's arguments knows: the time in unix seconds, what null means here, and where to note changes. */
export interface Reading {
  readonly now: number;
  /** True where a null that the schema does not allow stands for an argument that was left out, and nothing is lost by it. */
  readonly dropsNull: boolean;
  readonly notes: Pick<Notes, 'became' | 'repair'>;
}
