import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../../scripts/house/faults.ts';
import { measure } from '../../../scripts/house/measure.ts';
import { importsOf, type SourceFile } from '../../../scripts/house/source-files.ts';

function house(texts: Readonly<Record<string, string>>): ReadonlyMap<string, SourceFile> {
  return new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      { path, text, lines: text.split('\n').length, imports: importsOf(path, text) },
    ]),
  );
}

const nothingOpen = { folders: [], files: [], trespasses: [], longFiles: [] };

describe('what is measured', () => {
  test('the heap at the root, words of Intercom but for the package, short files with one reader', () => {
    const { runtimeRoot, intercomInRuntime, tinyFiles, lines } = measure(
      house({
        'runtime/index.ts': "import './value/a.ts';\n// intercom-mcp-toolkit\n",
        'runtime/value/a.ts': '// of Intercom\n// none',
        'gateway/x.ts': `import '../runtime/value/b.ts';${'\n'.repeat(30)}`,
        'runtime/value/b.ts': '',
        'test/x.test.ts': "import '../runtime/value/a.ts';",
        'generated/pets/index.ts': '\n'.repeat(900),
      }),
    );
    expect(runtimeRoot).toEqual(['runtime/index.ts']);
    expect(intercomInRuntime).toEqual(['runtime/value/a.ts:1']);
    expect(tinyFiles).toEqual(['runtime/value/a.ts', 'runtime/value/b.ts']);
    expect(lines).toEqual({ files: 4, median: 2, p90: 31, longest: 31 });
  });

  test('a parent and its child that import each other are a circle of folders, not of files', () => {
    const { folderCircles, fileCircles, folderArrows } = measure(
      house({
        'gateway/index.ts': "export * from './store/a.ts';",
        'gateway/store/a.ts': "import type { B } from '../b.ts';",
        'gateway/b.ts': '',
      }),
    );
    expect(folderCircles).toEqual([['gateway', 'gateway/store']]);
    expect(fileCircles).toEqual([]);
    expect(folderArrows).toEqual(['gateway -> gateway/store', 'gateway/store -> gateway']);
  });
});

describe('what is forbidden', () => {
  test.each<[string, { given: Record<string, string>; want: string | undefined }]>([
    [
      'the runtime imports a tool',
      {
        given: { 'runtime/value/a.ts': "import '../../generated/pets/index.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/value/a.ts -> generated/pets/index.ts',
      },
    ],
    [
      'a storey imports the one above',
      {
        given: { 'runtime/tool/a.ts': "import type { B } from '../mcp/b.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/tool/a.ts -> runtime/mcp/b.ts',
      },
    ],
    ['a storey imports the one below', { given: { 'runtime/mcp/a.ts': "import '../client.ts';" }, want: undefined }],
    [
      'the client imports what stands on it',
      {
        given: { 'runtime/client.ts': "import './discovery/b.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/client.ts -> runtime/discovery/b.ts',
      },
    ],
    [
      'a heap at the root',
      {
        given: { 'runtime/a.ts': '' },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/a.ts is in no room of the runtime',
      },
    ],
    [
      'a folder that nobody planned',
      {
        given: { 'runtime/misc/a.ts': '' },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/misc/a.ts is in no room of the runtime',
      },
    ],
    [
      'the sandbox uses a value of a tool',
      {
        given: { 'sandbox/a.ts': "import '../runtime/tool/tool.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: sandbox/a.ts -> runtime/tool/tool.ts',
      },
    ],
    [
      'the sandbox uses a type of a tool',
      { given: { 'sandbox/a.ts': "import type { A } from '../runtime/tool/tool.ts';" }, want: undefined },
    ],
    [
      'the gateway imports the command line',
      {
        given: { 'gateway/a.ts': "import '../cli/main.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: gateway/a.ts -> cli/main.ts',
      },
    ],
    [
      'an example reaches past the package',
      {
        given: { 'examples/a.ts': "import '../runtime/index.ts';" },
        want: 'Not allowed by scripts/house/rooms.ts: examples/a.ts -> runtime/index.ts',
      },
    ],
    [
      'a package in the core',
      {
        given: { 'runtime/http/a.ts': "import 'undici';" },
        want: 'Not allowed by scripts/house/rooms.ts: runtime/http/a.ts -> undici',
      },
    ],
    ['a part of a package that is allowed', { given: { 'runtime/http/a.ts': "import 'zod/mini';" }, want: undefined }],
    [
      'files in a circle',
      {
        given: { 'cli/a.ts': "import './b.ts';", 'cli/b.ts': "import type { A } from './a.ts';" },
        want: 'Files import each other in a circle: cli/a.ts, cli/b.ts',
      },
    ],
    ['a long file', { given: { 'cli/a.ts': '\n'.repeat(250) }, want: 'Longer than 250 lines: cli/a.ts' }],
    [
      'tests may import anything',
      { given: { 'test/a.test.ts': "import '../gateway/a.ts'; import 'vitest';" }, want: undefined },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(faultsOf(measure(house(given)), nothingOpen)).toEqual(want === undefined ? [] : [want]);
  });

  test('what is known to be open is no fault, and one more member of a circle is', () => {
    const pair = { 'cli/a.ts': "import './b.ts';", 'cli/b.ts': "import './a.ts';" };
    const open = { ...nothingOpen, files: ['cli/a.ts', 'cli/b.ts'] };
    expect(faultsOf(measure(house(pair)), open)).toEqual([]);
    const third = { ...pair, 'cli/b.ts': "import './c.ts';", 'cli/c.ts': "import './a.ts';" };
    expect(faultsOf(measure(house(third)), open)).toEqual([
      'Files import each other in a circle: cli/a.ts, cli/b.ts, cli/c.ts',
    ]);
  });
});
