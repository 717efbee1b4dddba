/**
 * Sets those of the named keys that a body holds, and nothing else; a null stays null. A body that was checked against the
 * contract holds values of the right types.
 */
export function assign<Row extends object>(
  row: Row,
  body: Readonly<Record<string, unknown>>,
  keys: readonly (keyof Row & string)[],
): void {
  for (const key of keys) if (body[key] !== undefined) row[key] = body[key] as Row[typeof key];
}
