import type { ChangeReport } from './change.ts';

/** Colours a text. */
export type Paint = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

/** A report for a terminal. */
export function printReport({ changes, todos }: ChangeReport, paint: Paint): string {
  return [
    paint('bold', `${changes.length} changes`),
    ...changes.map(({ tool = '', place, message }) => `${tool} ${place} ${message}`),
    ...todos.map(({ message }) => `to do: ${message}`),
  ].join('\n');
}
