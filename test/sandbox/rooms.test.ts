import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const FAMILIES = ['domain', 'operations', 'sample'];

/** What each room may import of the sandbox, besides itself: nothing that is not named here. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  store: [],
  oauth: ['contract', 'model'],
  model: ['store'],
  html: ['search'],
  search: [],
  http: ['contract', 'oauth', 'store'],
  paging: ['contract', 'http'],
  generic: ['contract', 'http', 'paging', 'search', 'store'],
  domain: ['contract', 'generic', 'html', 'http', 'model', 'store'],
  operations: ['contract', 'domain', 'generic', 'html', 'http', 'model', 'paging', 'search', 'store'],
  sample: ['contract', 'domain', 'generic', 'html', 'model', 'store'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = globSync('sandbox/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    file,
    target: normalize(join(dirname(file), path)),
  })),
);

function roomOf(file: string): string {
  return file.split('/').slice(1, -1)[0] ?? '';
}

/** Such as `operations/people`, and empty for what stands in no family. */
function familyOf(file: string): string {
  return FAMILIES.includes(roomOf(file)) ? file.split('/').slice(1, -1).slice(0, 2).join('/') : '';
}

function sentence({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

test('every room imports what it may', () => {
  expect(imports.length).toBeGreaterThan(800);
  const inner = imports.filter(({ file, target }) => roomOf(file) !== '' && target.startsWith('sandbox/'));
  expect(
    inner
      .filter(({ file, target }) => roomOf(target) !== roomOf(file))
      .filter(({ file, target }) => !(ALLOWED[roomOf(file)] ?? []).includes(roomOf(target)))
      .map(sentence),
  ).toEqual([]);
  expect(new Set(globSync('sandbox/*/').map((folder) => roomOf(`${folder}/x.ts`)))).toEqual(
    new Set(Object.keys(ALLOWED)),
  );
});

test('no family of operations knows another', () => {
  expect(
    imports
      .filter(({ file, target }) => roomOf(file) === 'operations' && roomOf(target) === 'operations')
      .filter(({ file, target }) => familyOf(file) !== 'operations' && familyOf(file) !== familyOf(target))
      .map(sentence),
  ).toEqual([]);
});

test('there is no circle of folders', () => {
  const arrows = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    const [from, to] = [dirname(file), dirname(target)];
    if (from === to || !to.startsWith('sandbox')) continue;
    arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  }
  expect(arrows.size).toBeGreaterThan(30);
  // Folders that import nothing that is left are taken away, until none is left or the rest is circles.
  for (let gone = true; gone; ) {
    const leaves = [...arrows].filter(([, targets]) => [...targets].every((target) => !arrows.has(target)));
    for (const [folder] of leaves) arrows.delete(folder);
    gone = leaves.length > 0;
  }
  expect([...arrows.keys()]).toEqual([]);
});

test('outside of it, the sandbox imports the contract and types of a tool', () => {
  const outer = imports.filter(({ target }) => !target.startsWith('sandbox/'));
  expect(new Set(outer.map(({ target }) => target))).toEqual(
    new Set(['generated/intercom/operations.json', 'runtime/tool/tool.ts']),
  );
  for (const { file } of outer.filter(({ target }) => target.startsWith('runtime/')))
    expect(readFileSync(file, 'utf8')).toMatch(/import type \{[^}]*\} from '[./]*runtime\/tool\/tool\.ts'/);
});
