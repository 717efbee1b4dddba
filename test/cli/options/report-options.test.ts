import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { failOnOption, failsOn, reportOption, writeReports } from '../../../cli/options/report-options.ts';
import type { Breaks, ChangeReport } from '../../../generator/compare/change.ts';
import { changeReport } from '../../../generator/compare/change-report.ts';
import { makeChange } from '../../../generator/compare/make-change.ts';

function parse(...words: string[]): Record<string, unknown> {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  command.addOption(reportOption()).addOption(failOnOption());
  return command.parse(words, { from: 'user' }).opts();
}

test('a report goes to a file of each form', () => {
  expect(parse('--report', 'a.md', '--report', 'b.json')).toEqual({ report: ['a.md', 'b.json'] });
});

test.each([['a.html'], ['md'], [''], ['.md.txt']])('a report named %j is refused', (file) => {
  expect(() => parse('--report', file)).toThrow('A report is a file that ends in .md or .json.');
});

test('what a run fails on is one of four', () => {
  expect(parse('--fail-on', 'breaking')).toEqual({ failOn: 'breaking' });
  expect(() => parse('--fail-on', 'all')).toThrow('models, importers, breaking, any');
});

test.each<[Breaks[], string]>([
  [['models'], 'models breaking any'],
  [['importers'], 'importers breaking any'],
  [['models', 'importers'], 'models importers breaking any'],
  [[], 'any'],
])('a change that breaks %j fails a run that is to fail on %s', (breaks, want) => {
  const changes = [makeChange({ kind: 'tags', place: '', message: 'x', pointer: '', breaks })];
  const failed = (['models', 'importers', 'breaking', 'any'] as const).filter((on) => failsOn({ changes }, on));
  expect(failed.join(' ')).toBe(want);
  expect(failsOn({ changes }, undefined)).toBe(false);
  expect(failsOn({ changes: [] }, 'any')).toBe(false);
});

const report: ChangeReport = changeReport(undefined, {
  version: '1',
  catalog: [],
  operations: { paths: {}, schemas: {} },
});

test('a report is written in each form, and folders are made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    const [json, markdown] = [join(folder, 'a.json'), join(folder, 'deep', 'b.md')];
    await writeReports(report, [json, markdown], () => '# x\n');
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(await readFile(markdown, 'utf8')).toBe('# x\n');
    await writeFile(join(folder, 'file'), '');
    await expect(writeReports(report, [join(folder, 'file', 'c.md')], () => '')).rejects.toThrow('cannot be written');
  } finally {
    await rm(folder, { recursive: true });
  }
});
