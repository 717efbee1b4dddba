/** Which part of a list: at most `limit` rows, behind the row that the cursor names. */
export interface PageRequest {
  readonly limit: number;
  /** As the page before answered it. */
  readonly next_cursor?: string | undefined;
}

/** A part of a list, and the cursor of the next one; null at the end. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
