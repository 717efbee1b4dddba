import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareSurfaces } from '../../../generator/compare/compare-surfaces.ts';
import { isRecord } from '../../../generator/json/json-schema.ts';
import { overlay, readOverlays } from '../../../generator/load/load.ts';
import { tidy } from '../../../generator/load/tidy.ts';
import { type Comparison, compareDescriptions } from '../../../generator/moves/compare-descriptions.ts';
import { parseText } from '../../../generator/source/parse-text.ts';
import { surfaceFrom } from './support/base.ts';
import { renamePath, successions } from './support/successor.ts';

const specs = fileURLToPath(new URL('../../../specs/intercom/', import.meta.url));

test('a description that renames every parameter of its paths changes no tool', async () => {
  const contract = tidy(parseText(await readFile(`${specs}contract.json`, 'utf8'), 'contract.json').value);
  const overlays = await readOverlays(`${specs}overlays`);
  const renamed = structuredClone(contract);
  const paths = Object.keys(isRecord(contract.paths) ? contract.paths : {}).filter((path) => path.includes('{'));
  for (const path of paths) {
    let count = 0;
    renamePath(
      renamed,
      path,
      path.replace(/\{[^}]+\}/g, () => `{quite_new_${count++}}`),
    );
  }
  const [before, after] = [contract, renamed].map((document) => surfaceFrom(overlay(document, overlays)));
  expect(paths.length).toBeGreaterThan(50);
  expect(after && compareSurfaces(before, after)).toEqual([]);
});

describe('a successor of the description, like a Preview', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    const before = parseText(await readFile(`${specs}contract.json`, 'utf8'), 'contract.json').value;
    const after = structuredClone(before);
    for (const { apply } of successions) apply(after);
    comparison = await compareDescriptions({
      before,
      after,
      overlays: await readOverlays(`${specs}overlays`),
      name: 'intercom',
    });
  });

  const entries = (): { tool: string | undefined; line: string }[] =>
    comparison.report.changes
      .filter(({ kind }) => kind !== 'tokens')
      .map(({ tool, kind, place, label }) => ({ tool, line: [tool, kind, place, label].join(' | ') }));

  test.each(successions.filter(({ reported }) => reported.length > 0).map((one) => [one.what, one.reported] as const))(
    '%s',
    (_, reported) => {
      const tools = new Set<unknown>(reported.map(({ tool }) => tool));
      const wanted = reported.map(({ tool, kind, place, label }) => [tool, kind, place, label].join(' | '));
      const found = entries().filter(({ tool }) => tools.has(tool));
      expect(found.map(({ line }) => line).toSorted()).toEqual(wanted.toSorted());
    },
  );

  test('no other tool is named: those whose parameters were renamed are as they were', () => {
    const known = new Set<unknown>(successions.flatMap(({ reported }) => reported.map(({ tool }) => tool)));
    expect(entries().filter(({ tool }) => !known.has(tool))).toEqual([]);
  });

  test('the next version of the package is a major one', () => {
    expect(comparison.report.release).toBe('major');
  });

  test('what is left to do: the moves that are certain, and each fact that does not hold any more', () => {
    const lines = comparison.report.todos.map(({ action = '', suggestion = '', certain, message }) =>
      [
        certain ? 'certain' : 'open',
        action.replace(/#.*/, ''),
        suggestion || /(?:GET|POST|PUT) \/\S+|^\w+ has no .* of ours/.exec(message)?.[0],
      ].join(' | '),
    );
    expect(lines.toSorted()).toEqual([
      "certain |  | $.paths['/admins/away_status_reasons'].get gets x-mcp { name: list_all_intercom_away_status_reasons, export: listAwayStatusReasons }",
      "certain | tools.yaml | $.paths['/admins/away_status_reasons'].get",
      "certain | words/audiences.yaml | $.paths['/audiences/{id}'].patch",
      "certain | words/away_status_reasons.yaml | $.paths['/admins/away_status_reasons'].get",
      'open |  | create_a_intercom_macro_copy has no title, and no description of ours',
      'open | tools.yaml | GET /brands:',
      'open | tools.yaml | GET /teams/{team_id}/metrics',
      'open | words/teams.yaml | GET /teams/{team_id}/metrics',
    ]);
  });
});
