import type { ChangeReport } from './change.ts';

/** A report as Markdown, for a pull request. */
export function markdownReport({ changes, todos }: ChangeReport): string {
  return [
    `# ${changes.length} changes`,
    ...changes.map(({ tool = '', place, message }) => `- ${tool} ${place} ${message}`),
    ...todos.map(({ message }) => `- [ ] ${message}`),
  ].join('\n');
}
