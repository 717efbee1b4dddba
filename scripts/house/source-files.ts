import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** One import of a file: static, re-exported, `import()`, or the type `import('…')`. */
export interface Import {
  /** A file by its path in the project, or a package by its name. */
  readonly target: string;
  /** True where a package, or a part of Node, is imported. */
  readonly package: boolean;
  /** Gone when types are taken away, as Node and bundlers do. */
  readonly typeOnly: boolean;
  /** True for `import()`, which loads nothing before it is called. */
  readonly lazy: boolean;
}

/** A TypeScript file of the project. */
export interface SourceFile {
  /** The path in the project, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Lines as editors count them. */
  readonly lines: number;
  readonly imports: readonly Import[];
}

/** Folders of which nothing is read: packages, and what programs write. */
const skipped = new Set(['node_modules', 'dist', 'coverage', 'golden']);

/** All TypeScript files of the project in `root`, by their paths. */
export function readSourceFiles(root: string): ReadonlyMap<string, SourceFile> {
  const files = pathsOf(root, '').map((path) => readSourceFile(root, path));
  return new Map(files.map((file) => [file.path, file]));
}

function pathsOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return pathsOf(root, path);
      return entry.isFile() && /\.tsx?$/.test(path) ? [path] : [];
    })
    .sort();
}

function readSourceFile(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports: importsOf(path, text) };
}

/** The imports of a file in the order of its text. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  // Only these stand inside of other nodes; most files have none, and their trees are large.
  const deep = /\bimport\s*\(/.test(text);
  const add = (specifier: ts.Node | undefined, { typeOnly = false, lazy = false }): void => {
    const target = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)';
    const isPackage = !/^\.\.?\//.test(target);
    found.push({
      target: isPackage ? target : normalize(join(dirname(path), target)).replaceAll('\\', '/'),
      package: isPackage,
      typeOnly,
      lazy,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword });
    } else if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) add(node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, { typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { lazy: true });
    }
    if (deep || ts.isSourceFile(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}
