import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sdksInstalled } from './support/loop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sdks = join(root, 'test/agents/sdks');

function modulesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** The snippets of the page, each as a module beside the loops of the tests, where the SDKs are found. */
function snippets(): ReadonlyMap<string, string> {
  const page = readFileSync(join(root, 'docs/agents.md'), 'utf8');
  const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return new Map(blocks.map((block, at) => [join(sdks, `snippet-${at}.ts`), `${block}\nexport {};\n`]));
}

/** Where this package's names lead, in place of an installed one. */
function paths(): Record<string, string[]> {
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const named = Object.entries(exports).flatMap(([subpath, to]) => {
    const { 'intercom-mcp-toolkit:source': source } = Object(to);
    return typeof source === 'string' ? [[`intercom-mcp-toolkit${subpath.slice(1)}`, [join(root, source)]]] : [];
  });
  return {
    ...Object.fromEntries(named),
    '@anthropic-ai/sdk': [join(root, 'test/agents/node_modules/@anthropic-ai/sdk/index.d.mts')],
  };
}

test.skipIf(!sdksInstalled)(
  'the adapters, the examples and every snippet of the page fit the types of the SDKs',
  () => {
    const virtual = snippets();
    expect(virtual.size).toBeGreaterThan(6);
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
    const examples = ['custom-agent', 'code-mode'].flatMap((name) => modulesIn(join(root, 'examples', name)));
    const loops = modulesIn(sdks);
    const files = new Set([...loops, ...examples, ...virtual.keys()]);
    const host = ts.createCompilerHost({ ...options, paths: paths() });
    const program = ts.createProgram(
      [...files],
      { ...options, paths: paths() },
      {
        ...host,
        fileExists: (path) => virtual.has(path) || host.fileExists(path),
        readFile: (path) => virtual.get(path) ?? host.readFile(path),
        getSourceFile: (path, target) => {
          const text = virtual.get(path);
          return text === undefined ? host.getSourceFile(path, target) : ts.createSourceFile(path, text, target);
        },
      },
    );
    // Our own sources are compiled elsewhere: some SDKs widen the types that they use.
    const complaints = [...files].flatMap((file) => {
      const source = program.getSourceFile(file);
      if (source === undefined) return [`${file}: absent`];
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ messageText }) => `${file.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      );
    });
    expect(complaints).toEqual([]);
  },
);
