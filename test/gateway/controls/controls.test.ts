import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How many controls the gateway has; each has tests whose names begin with `control <number>: `. */
const CONTROLS = 21;

/** A test, or a group of them, that runs: none that is skipped, awaited or alone. */
const NAMED =
  /^\s*(?:test|describe)(?:\.concurrent)?(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*(['"`])control (\d+): \S/gm;

test('every control has a test that is named after it', () => {
  const folder = new URL('..', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const tested = files.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(NAMED)].map(([, , number]) => Number(number)),
  );
  const wanted = Array.from({ length: CONTROLS }, (_, index) => index + 1);
  expect([...new Set(tested)].sort((a, b) => a - b)).toEqual(wanted);
});
