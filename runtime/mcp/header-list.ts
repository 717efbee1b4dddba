/** What a header such as `Accept` lists, in lower case and without parameters; what has the weight 0 is not wanted. */
export function headerList(header: string | null): ReadonlySet<string> {
  const entries = (header ?? '').toLowerCase().split(',');
  const wanted = entries.map((entry) => entry.split(';').map((part) => part.trim()));
  return new Set(wanted.filter(([, ...rest]) => !rest.some(isZero)).map(([name = '']) => name));
}

function isZero(parameter: string): boolean {
  return parameter.startsWith('q=') && Number(parameter.slice(2)) === 0;
}
