import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Block, root } from './pages.ts';

/** A program of the documentation as a file of its own, below the package, so that it finds that by its name. */
export interface Snippet {
  readonly path: string;
  readonly text: string;
  readonly block: Block;
}

/** A file for each block, in a folder that need not be there. */
export function snippetsOf(blocks: readonly Block[], folder: string): readonly Snippet[] {
  return blocks.map((block) => {
    const name = `${block.page.replaceAll(/\W+/g, '-')}-${block.line}.ts`;
    return { path: join(folder, name), text: `${block.text}\nexport {};\n`, block };
  });
}

/** What the types of Workers and of bundlers say of a module of WebAssembly. */
const AMBIENT = "declare module '*.wasm' { const module: WebAssembly.Module; export default module; }";

/** What the compiler has against them, all in one program: each complaint with its page and line. */
export function complaintsAbout(snippets: readonly Snippet[]): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  // A reader goes on where a snippet ends.
  const settings = { ...options, noUnusedLocals: false };
  const texts = new Map(snippets.map(({ path, text }) => [path, text]));
  texts.set(join(root, '.tmp/ambient.d.ts'), AMBIENT);
  const host = ts.createCompilerHost(settings);
  const program = ts.createProgram([...texts.keys()], settings, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      return text === undefined ? host.getSourceFile(path, target) : ts.createSourceFile(path, text, target, true);
    },
    resolveModuleNameLiterals: (literals, file) =>
      literals.map(({ text }) =>
        resolveFrom(text, texts.has(file) ? [join(root, 'x.ts'), ...besides] : [file], settings),
      ),
  });
  return snippets.flatMap(({ path, block }) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText, file, start }) => {
      const at = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
      return `${block.page}:${block.line + 1 + at}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}

/** Where libraries of others are that tests alone install: a file beside each of their manifests. */
const besides: readonly string[] = readdirSync(join(root, 'test'))
  .filter((folder) => existsSync(join(root, 'test', folder, 'package.json')))
  .map((folder) => join(root, 'test', folder, 'x.ts'));

/** The module of that name as the first of these files finds it. What `generate` would write is there as Intercom's tools. */
function resolveFrom(
  name: string,
  files: readonly string[],
  options: ts.CompilerOptions,
): ts.ResolvedModuleWithFailedLookupLocations {
  const there = name.replace('./generated/petstore/', './generated/intercom/');
  const [first, ...found] = files.map((file) =>
    ts.resolveModuleName(there, file, options, ts.sys, undefined, undefined, ts.ModuleKind.ESNext),
  );
  return [first, ...found].find((tried) => tried?.resolvedModule !== undefined) ?? { resolvedModule: undefined };
}
