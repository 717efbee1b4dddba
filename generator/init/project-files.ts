import { template } from '../emit/templates.ts';
import { oneLine } from '../text/one-line.ts';

/** What the files of a project say. */
export interface ProjectFacts {
  readonly name: string;
  readonly title: string;
  /** Where the description came from, as a person would write it. */
  readonly origin: string;
  /** Its file in the project, or where it stays. */
  readonly spec: string;
  /** Whether the project has it as a file of its own. */
  readonly isCopied: boolean;
  /** The folder of the tools in the project. */
  readonly out: string;
  readonly tools: number;
  readonly tokens: number;
  /** A first call: a tool and its arguments, as a command line has them. */
  readonly example: string;
  /** Environment variables of credentials, in the order in which they are needed. */
  readonly variables: readonly string[];
  /** Operations whose words stand in `overlays/words.yaml`. */
  readonly wordCount: number;
  /** Whether `overlays/paging.yaml` says how lists page. */
  readonly hasPaging: boolean;
  /** The version of both packages. */
  readonly version: string;
}

/** The files of a project that a person goes on with, by path; the tools themselves and the overlays are not among them. */
export function projectFiles(facts: ProjectFacts): ReadonlyMap<string, string> {
  const { name, title, origin, spec, out, variables } = facts;
  const inCode = { name: quoted(name), spec: quoted(spec), out: quoted(out), origin: inComment(origin) };
  return new Map([
    ['package.json', json(manifest(facts))],
    ['tsconfig.json', json(COMPILER)],
    ['.gitignore', 'node_modules/\n.env\n*.mcpb\n'],
    ['intercom-mcp.config.ts', template('init/intercom-mcp.config.ts.hbs')(inCode)],
    ['test/tools.test.ts', template('init/tools.test.ts.hbs')({ out })],
    [
      'README.md',
      template('init/README.md.hbs')({
        ...facts,
        title: inLine(title),
        origin: inLine(origin),
        spec: inLine(spec),
        credentialWords: credentialWords(variables),
      }),
    ],
  ]);
}

function manifest({ name, version }: ProjectFacts): object {
  return {
    name: `${name.replaceAll('_', '-')}-mcp`,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=22.19' },
    scripts: { generate: 'intercom-mcp generate', test: 'node --test "test/*.test.ts"' },
    dependencies: { 'intercom-mcp-toolkit': version, zod: '^4.0.0' },
    devDependencies: { 'intercom-mcp-generator': version },
  };
}

/** As Node reads TypeScript: it takes the types out, and compiles nothing. */
const COMPILER = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'nodenext',
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    resolveJsonModule: true,
    skipLibCheck: true,
  },
};

function credentialWords(variables: readonly string[]): string {
  if (variables.length === 0) return ' The API asks for no credential.';
  const names = variables.map((name) => `\`${name}\``).join(', ');
  return ` It takes the credential from ${variables.length === 1 ? 'the environment variable' : 'environment variables'} ${names}.`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A text of elsewhere in one line that ends no comment and begins no markup. */
function inComment(text: string): string {
  return inLine(text).replaceAll('*/', '* /');
}

function inLine(text: string): string {
  return oneLine(text).replace(/[<>`]/g, '');
}
