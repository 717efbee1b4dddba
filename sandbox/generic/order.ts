/** What changed last comes first. */
export function latestFirst<Row extends { readonly id: string; readonly updated_at: number }>(
  rows: readonly Row[],
): Row[] {
  return rows.toSorted((a, b) => b.updated_at - a.updated_at || Number(b.id) - Number(a.id));
}

/** What was made last comes first. */
export function newestFirst<Row extends { readonly id: string; readonly created_at: number }>(
  rows: readonly Row[],
): Row[] {
  return rows.toSorted((a, b) => b.created_at - a.created_at || Number(b.id) - Number(a.id));
}
