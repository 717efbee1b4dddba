import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  /** A file by its path in the project, or a package by its name. */
  readonly target: string;
  /** Gone when types are taken away, as Node and bundlers do. */
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

const isTypeOnly = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
};

/** Every import of a TypeScript file: static, re-exported and `import()`. */
const importsOf = async (file: string): Promise<Import[]> => {
  const source = ts.createSourceFile(file, await readFile(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const resolved = (target: string): string =>
    target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      found.push({ target: resolved(node.moduleSpecifier.text), typeOnly: isTypeOnly(node), lazy: false });
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      found.push({
        target: target && ts.isStringLiteral(target) ? resolved(target.text) : '(computed)',
        typeOnly: false,
        lazy: true,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const filesOf = async (folder: string): Promise<string[]> => {
  if (!existsSync(join(root, folder))) return [];
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries.filter((entry) => entry.endsWith('.ts')).map((entry) => join(folder, entry));
};

/** Imports of a folder's files that a rule forbids, as `file -> target`. */
const trespasses = async (folder: string, allowed: (found: Import, file: string) => boolean): Promise<string[]> => {
  const files = await filesOf(folder);
  expect(files.length).toBeGreaterThan(0);
  const all = await Promise.all(files.map(async (file) => (await importsOf(file)).map((found) => ({ file, found }))));
  return all.flat().flatMap(({ file, found }) => (allowed(found, file) ? [] : [`${file} -> ${found.target}`]));
};

const within = (target: string, ...folders: string[]): boolean =>
  folders.some((folder) => target.startsWith(`${folder}/`));
const isPackage = ({ target }: Import): boolean => !/\.(?:ts|json)$/.test(target);

describe('who may import whom', () => {
  test('the generator: itself and packages; of the runtime two files, for their types', async () => {
    const types = ['runtime/tool/tool.ts', 'runtime/catalog/catalog.ts'];
    expect(
      await trespasses(
        'generator',
        (found) =>
          isPackage(found) || within(found.target, 'generator') || (found.typeOnly && types.includes(found.target)),
      ),
    ).toEqual([]);
  });

  test('the runtime: itself and packages; of what is generated the version, the map, the times and the catalogue', async () => {
    const generated = ['version.ts', 'modules.ts', 'time-keys.ts', 'catalog.json'].map(
      (file) => `generated/intercom/${file}`,
    );
    expect(
      await trespasses(
        'runtime',
        (found) => isPackage(found) || within(found.target, 'runtime') || generated.includes(found.target),
      ),
    ).toEqual([]);
  });

  test('the core of the runtime knows no package but zod and Node itself; its folders are exports of their own', async () => {
    const packages = (found: Import, file: string): boolean =>
      !isPackage(found) || file.split('/').length > 2 || found.target === 'zod' || found.target.startsWith('node:');
    expect(await trespasses('runtime', packages)).toEqual([]);
  });

  test('tool modules: zod, the shape of a tool, and their types', async () => {
    const allowed = ({ target, typeOnly, lazy }: Import): boolean =>
      !lazy &&
      (target === 'zod' ||
        target === 'runtime/tool/tool.ts' ||
        (target === 'generated/intercom/schema.d.ts' && typeOnly));
    expect(await trespasses('generated/intercom/tools', allowed)).toEqual([]);
  });

  test('what is generated around them: their own files', async () => {
    const allowed = ({ target }: Import, file: string): boolean =>
      within(file, 'generated/intercom/tools') || within(target, 'generated/intercom');
    expect(await trespasses('generated/intercom', allowed)).toEqual([]);
  });

  test('the sandbox: itself, packages, the contract; of the runtime the types of a tool', async () => {
    const allowed = (found: Import): boolean =>
      isPackage(found) ||
      within(found.target, 'sandbox') ||
      found.target === 'generated/intercom/operations.json' ||
      (found.typeOnly && found.target === 'runtime/tool/tool.ts');
    expect(await trespasses('sandbox', allowed)).toEqual([]);
  });

  test('the gateway: itself, packages, the runtime; of what is generated the version', async () => {
    const allowed = (found: Import): boolean =>
      isPackage(found) || within(found.target, 'gateway', 'runtime') || found.target === 'generated/intercom/facts.ts';
    expect(await trespasses('gateway', allowed)).toEqual([]);
  });

  test('nobody imports the gateway but the command line, and bench and tests', async () => {
    for (const folder of ['generator', 'generated', 'runtime', 'sandbox', 'examples'])
      expect(await trespasses(folder, (found) => !within(found.target, 'gateway'))).toEqual([]);
  });

  test('the map of modules loads none of them at once', async () => {
    const found = await importsOf('generated/intercom/modules.ts');
    expect(found).toHaveLength((await filesOf('generated/intercom/tools')).length);
    expect(found.every(({ lazy, target }) => lazy && within(target, 'generated/intercom/tools'))).toBe(true);
  });
});

/** Everything that is loaded when a file is imported. */
const loadedBy = async (entry: string): Promise<string[]> => {
  const seen = new Set([entry]);
  for (const file of seen) {
    if (!file.endsWith('.ts')) continue;
    for (const { target, typeOnly, lazy } of await importsOf(file)) if (!typeOnly && !lazy) seen.add(target);
  }
  return [...seen].sort();
};

describe('importing one tool', () => {
  test('loads its own module, zod, and the shape of a tool with its few helpers', async () => {
    const shape = await loadedBy('runtime/tool/tool.ts');
    expect(
      shape.filter((target) => !/^runtime\/[a-z-]+\.ts$/.test(target) || /client|http|errors/.test(target)),
    ).toEqual([]);
    expect(shape.length).toBeLessThan(8);
    for (const file of await filesOf('generated/intercom/tools')) {
      const loaded = await loadedBy(file);
      expect(loaded.filter((target) => !shape.includes(target))).toEqual([file, 'zod']);
    }
  });

  test('brings no MCP with it', async () => {
    const text = await Promise.all(
      (await filesOf('generated/intercom/tools')).map((file) => readFile(join(root, file), 'utf8')),
    );
    expect(text.filter((module) => /modelcontextprotocol|runtime\/mcp/.test(module))).toEqual([]);
    expect(text.join()).toContain('zod');
  });
});
