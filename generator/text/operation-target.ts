/** The target of an overlay's action that an operation is, as a JSONPath. */
export function operationTarget(path: string, method: string): string {
  return `$.paths['${inQuotes(path)}'].${method.toLowerCase()}`;
}

/** A text as it stands in a JSONPath between single quotes. */
function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
}
