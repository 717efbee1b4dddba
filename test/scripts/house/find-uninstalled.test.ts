import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUninstalled } from '../../../scripts/house/find-uninstalled.ts';

const FILES = {
  'test/judges/package.json': '{"devDependencies":{"@judge/js":"1.0.0","axe":"1.0.0"}}',
  'test/judges/js.ts': "export { judge } from '@judge/js/sub.js';",
  'test/judges/script.ts': "export const script = createRequire(import.meta.url).resolve('axe/axe.js');",
  'test/judges/none.ts': "import { test } from 'vitest';",
  'test/support/pages.ts': "import type { Page } from '../judges/script.ts';",
  'test/pages.test.ts': "import './support/pages.ts';",
  'test/lazy.test.ts': "const { judge } = await import('./judges/js.ts');",
  'test/plain.test.ts': "import './judges/none.ts'; import 'axe';",
  'test/other/package.json': '{"dependencies":{"axe":"1.0.0"}}',
  'test/other/node_modules/axe/package.json': '{}',
  'test/other/axe.ts': "import 'axe';",
};
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'uninstalled-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterAll(() => rm(root, { recursive: true }));

test('files that lead to packages which are not installed are found, and no others', async () => {
  expect(findUninstalled(root)).toEqual({
    folders: ['test/judges'],
    files: [
      'test/judges/js.ts',
      'test/judges/script.ts',
      'test/lazy.test.ts',
      'test/pages.test.ts',
      'test/support/pages.ts',
    ],
  });
  await mkdir(join(root, 'test/judges/node_modules'));
  expect(findUninstalled(root)).toEqual({ folders: [], files: [] });
});
