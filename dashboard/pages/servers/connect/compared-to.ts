/** Names that are told; of more their number is. */
const NAMED = 3;

/** Whether a server lists the tools that it should, and what to say of it. */
export function comparedTo(
  listed: readonly string[],
  expected: readonly string[] | undefined,
): { readonly isSame: boolean; readonly text: string } {
  if (expected === undefined) return { isSame: true, text: '' };
  const missing = expected.filter((name) => !listed.includes(name));
  const more = listed.filter((name) => !expected.includes(name));
  if (missing.length === 0 && more.length === 0) return { isSame: true, text: 'These are the tools of the preview.' };
  const parts = [
    missing.length > 0 && `It does not list ${told(missing)}.`,
    more.length > 0 && `It lists ${told(more)} beside those of the preview.`,
  ];
  return { isSame: false, text: parts.filter(Boolean).join(' ') };
}

function told(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest.toLocaleString()} more` : ''}`;
}
