import { resolve } from 'node:path';
import { API } from 'typescript-native/unstable/sync';

/** What the compiler finds wrong in one file. */
export interface TypeProblem {
  readonly name: string;
  readonly isSyntax: boolean;
  readonly position: number;
  readonly message: string;
}

/** What is checked, and against what. */
export interface CheckedProgram {
  /** The folder in which the files are taken to stand, whatever is there. */
  readonly out: string;
  readonly files: ReadonlyMap<string, string>;
  /** Files of others that are found instead of what is not there, by specifier. */
  readonly instead: ReadonlyMap<string, string>;
}

/** Without the DOM, which no emitted module may need, and without the types of libraries, which are not ours to check. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  module: 'esnext',
  moduleResolution: 'bundler',
  customConditions: ['intercom-mcp-toolkit:source'],
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Has TypeScript read files as one program that stands in memory. Where a file does not parse, its types are not looked at. */
export function typeProblems({ out, files, instead }: CheckedProgram): TypeProblem[] {
  const folder = slashed(resolve(out));
  const place = (name: string): string => `${folder}/${name}`;
  const roots = [...files].filter(([name]) => name.endsWith('.ts'));
  const isPath = (specifier: string): boolean => /^[./]|^[A-Za-z]:/.test(specifier);
  const stubs = [...instead]
    .filter(([specifier]) => isPath(specifier))
    .map(([specifier, own]) => [
      slashed(resolve(out, 'tools', specifier)),
      `export * from ${JSON.stringify(slashed(own))};`,
    ]);
  const paths = [...instead].filter(([specifier]) => !isPath(specifier)).map(([name, own]) => [name, [slashed(own)]]);
  const config = place('tsconfig.generated.json');
  const compilerOptions = { ...OPTIONS, ...(paths.length > 0 && { paths: Object.fromEntries(paths) }) };
  const texts = new Map<string, string>([
    ...roots.map(([name, text]) => [place(name), text] as const),
    ...stubs.map(([path = '', text = '']) => [path, text] as const),
    [config, JSON.stringify({ compilerOptions, files: roots.map(([name]) => place(name)) })],
  ]);
  const folders = new Set([...texts.keys()].flatMap(parentsOf));
  const api = new API({
    fs: {
      readFile: (path) => texts.get(path),
      fileExists: (path) => texts.has(path) || undefined,
      directoryExists: (path) => folders.has(path) || undefined,
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error('TypeScript opened no program');
    const { program } = project;
    return roots.flatMap(([name]) => {
      const broken = program.getSyntacticDiagnostics(place(name));
      const found = broken.length > 0 ? broken : program.getSemanticDiagnostics(place(name));
      return found.map((one) => ({
        name,
        isSyntax: broken.length > 0,
        position: one.pos,
        message: messageOf(one),
      }));
    });
  } finally {
    // Asked to end, it would say on our own standard error that it was canceled.
    // biome-ignore-start lint/complexity/useLiteralKeys: they are private, and the compiler knows them by these alone
    const channel = api['client']['channel'];
    channel['child'].kill('SIGKILL');
    // biome-ignore-end lint/complexity/useLiteralKeys: they are private, and the compiler knows them by these alone
    channel.close();
  }
}

interface Message {
  readonly text: string;
  readonly messageChain?: readonly Message[] | undefined;
}

function messageOf({ text, messageChain = [] }: Message): string {
  return [text, ...messageChain.map(messageOf)].join(' ');
}

/** The folders that a file is in, from a path with slashes. */
function parentsOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/') || '/');
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
