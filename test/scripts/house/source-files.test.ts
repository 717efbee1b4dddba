import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Import, importsOf, readSourceFiles } from '../../../scripts/house/source-files.ts';

function found(target: string, more: Partial<Import> = {}): Import {
  return {
    target,
    package: false,
    typeOnly: false,
    lazy: false,
    ...more,
  };
}

test.each<[string, { given: string; want: Import[] }]>([
  ['a value', { given: "import { a } from './a.ts';", want: [found('rooms/one/a.ts')] }],
  ['a type', { given: "import type { A } from '../a.ts';", want: [found('rooms/a.ts', { typeOnly: true })] }],
  [
    'a type among values loads the file',
    { given: "import { type A } from './a.ts';", want: [found('rooms/one/a.ts')] },
  ],
  ['an effect', { given: "import './a.ts';", want: [found('rooms/one/a.ts')] }],
  ['a re-export', { given: "export * from './a.ts';", want: [found('rooms/one/a.ts')] }],
  [
    'a re-exported type',
    { given: "export type { A } from './a.ts';", want: [found('rooms/one/a.ts', { typeOnly: true })] },
  ],
  ['an export of its own', { given: 'export const a = 1; export { a as b };', want: [] }],
  ['a package', { given: "import * as z from 'zod';", want: [found('zod', { package: true })] }],
  ['a part of Node', { given: "import { join } from 'node:path';", want: [found('node:path', { package: true })] }],
  [
    'a lazy one, deep in a function',
    {
      given: "const load = () => { return { a: import('./a.ts') }; };",
      want: [found('rooms/one/a.ts', { lazy: true })],
    },
  ],
  [
    'the type of a module',
    { given: "let a: import('./a.ts').A;", want: [found('rooms/one/a.ts', { typeOnly: true })] },
  ],
  [
    'a computed one',
    {
      given: 'const load = (name: string) => import(name);',
      want: [found('(computed)', { package: true, lazy: true })],
    },
  ],
  ['data', { given: "import a from './a.json' with { type: 'json' };", want: [found('rooms/one/a.json')] }],
  ['none in a comment or a text', { given: "// import { a } from './a.ts';\nconst a = `import './a.ts'`;", want: [] }],
])('%s', (_name, { given, want }) => {
  expect(importsOf('rooms/one/file.ts', given)).toEqual(want);
});

test('files are read with their lines; packages, hidden folders and what is built are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'house-'));
  try {
    for (const name of ['a', 'a/node_modules', '.hidden', 'dist']) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'x.ts'), 'one\ntwo\n');
    }
    await writeFile(join(folder, 'y.ts'), 'one\ntwo');
    await writeFile(join(folder, 'z.js'), '');
    expect([...readSourceFiles(folder).values()].map(({ path, lines }) => [path, lines])).toEqual([
      ['a/x.ts', 2],
      ['y.ts', 2],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
