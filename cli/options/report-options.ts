import { extname } from 'node:path';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { ChangeReport } from '../../generator/compare/change.ts';
import { replaceFile } from '../files/replace-file.ts';

/** Which changes a run fails on: those that break models, importers, either of them, or any change at all. */
const FAIL_ON = ['models', 'importers', 'breaking', 'any'] as const;

/** Changes that a run may be told to fail on. */
export type FailOn = (typeof FAIL_ON)[number];

/** `--report <file>`: the change report as Markdown or JSON, as the file's name says; may be given again. */
export function reportOption() {
  return new Option(
    '--report <file>',
    'write the change report to a file, .md for a pull request or .json for programs; may be given again',
  ).argParser<string[]>(addReport);
}

/** `--fail-on <changes>`: ends with the exit code of its own where the report holds such changes. */
export function failOnOption() {
  return new Option(
    '--fail-on <changes>',
    'write no files but the report, and exit with 7, where there are changes that break models, importers, either, or any change',
  ).choices(FAIL_ON);
}

function addReport(file: string, before: readonly string[] | undefined): string[] {
  if (!['.md', '.json'].includes(extname(file)))
    throw new InvalidArgumentError('A report is a file that ends in .md or .json.');
  return [...(before ?? []), file];
}

/** Whether a report holds a change that a run is to fail on. */
export function failsOn({ changes }: Pick<ChangeReport, 'changes'>, on: FailOn | undefined): boolean {
  if (on === undefined) return false;
  return changes.some(({ breaks }) => on === 'any' || (on === 'breaking' ? breaks.length > 0 : breaks.includes(on)));
}

/** Writes a report to each file in its own form; throws where one cannot be written. */
export async function writeReports(
  report: ChangeReport,
  files: readonly string[],
  markdownReport: (report: ChangeReport) => string,
): Promise<void> {
  for (const file of new Set(files)) {
    const text = extname(file) === '.md' ? markdownReport(report) : `${JSON.stringify(report, null, 2)}\n`;
    await replaceFile(file, text, { mode: 0o644 });
  }
}
