import { stringify } from 'yaml';

/** An overlay as text, below a comment of some lines. */
export function overlayText(title: string, comment: readonly string[], actions: readonly object[]): string {
  const head = comment.map((line) => `# ${line}\n`).join('');
  const overlay = { overlay: '1.0.0', info: { title, version: '1.0.0' }, actions };
  return `${head}${stringify(overlay, { singleQuote: true, lineWidth: 120, aliasDuplicateObjects: false })}`;
}
