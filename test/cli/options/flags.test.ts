import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
function flagsOf(text: string): readonly string[] {
  const names = [...text.matchAll(OPTION)].map(([, , name = '']) =>
    // What takes an option away is read by the option's own name.
    name.replace(/^no-/, '').replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase()),
  );
  return [...new Set(names)];
}

/** The flags of an option where it is defined. */
const OPTION = /((?:\.option|new Option)\(\s*'--)([a-z-]+)/g;

/** Where the options that several commands share are read. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'cli/api/choose-api.ts': ['variables'],
  'cli/commands/bundle.ts': ['api', 'json', 'methods', 'tags'],
  'cli/commands/call.ts': ['json'],
  'cli/commands/catalog.ts': ['api', 'json'],
  'cli/commands/doctor.ts': ['api', 'json', 'variables'],
  'cli/commands/gateway-audit.ts': ['json', 'store'],
  'cli/commands/gateway-export.ts': ['store'],
  'cli/commands/gateway-import.ts': ['store'],
  'cli/commands/gateway-keys.ts': ['json'],
  'cli/commands/gateway-rotate-keys.ts': ['store'],
  'cli/commands/gateway-sign-in-link.ts': ['store'],
  'cli/commands/gateway.ts': ['allowOrigin', 'sandboxPort', 'store'],
  'cli/commands/generate.ts': ['failOn', 'json', 'report'],
  'cli/commands/init.ts': ['json'],
  'cli/commands/install.ts': ['code', 'discovery', 'json', 'list', 'maxTokens', 'methods', 'tags', 'tools'],
  'cli/commands/login.ts': ['json', 'region'],
  'cli/commands/logout.ts': ['json', 'profile'],
  'cli/commands/profiles.ts': ['json'],
  'cli/commands/serve.ts': [
    'allowOrigin',
    'api',
    'code',
    'codeCalls',
    'confirm',
    'discovery',
    'expectCatalog',
    'insecure',
    'list',
    'maxTokens',
    'methods',
    'tags',
    'token',
    'tools',
  ],
  'cli/commands/spec-update.ts': ['failOn', 'json', 'report'],
  'cli/commands/start.ts': ['apiVersion', 'sandboxPort'],
  'cli/commands/tools.ts': ['api', 'apiVersion', 'json', 'methods', 'tags'],
  'cli/commands/uninstall.ts': ['json'],
  'cli/commands/whoami.ts': ['json'],
  'cli/commands/words.ts': ['json'],
  'cli/install/target-for.ts': ['api', 'apiVersion', 'variables'],
  'cli/start/choose-or-start.ts': ['sandbox'],
  'cli/workspace/choose-target.ts': ['api'],
  'cli/workspace/choose-to-serve.ts': ['api', 'apiVersion'],
  'cli/workspace/choose-workspace.ts': ['apiVersion', 'sandbox'],
  'cli/workspace/sandbox-options.ts': ['fail', 'latency', 'rateLimit', 'scale', 'seed'],
};

/** The properties that each file reads and no command has any more, once these texts stand in the place of the files. */
function missingProperties(texts: ReadonlyMap<string, string>): Readonly<Record<string, readonly string[]>> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  host.readFile = (file) => texts.get(file) ?? read(file);
  const program = ts.createProgram([join(root, 'cli/program.ts')], options, host);
  const found = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(join(root, 'cli/')))
    .map((file) => {
      const names = program.getSemanticDiagnostics(file).map(({ messageText }) => {
        return /^Property '(\w+)' does not exist/.exec(ts.flattenDiagnosticMessageText(messageText, '\n'))?.[1] ?? '';
      });
      return [file.fileName.slice(root.length), [...new Set(names.filter(Boolean))].toSorted()] as const;
    });
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

test('an option that is renamed does not compile, wherever its value is used', () => {
  const files = ['cli/commands', 'cli/options'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const sources = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
  const renamed = sources.map(([file, text]) => [join(root, file), text.replace(OPTION, '$1renamed-$2')] as const);
  const own = sources
    .filter(([file]) => file.startsWith('cli/commands/'))
    .map(([file, text]) => [file, [...flagsOf(text), ...(shared[file] ?? [])].toSorted()] as const)
    .filter(([, flags]) => flags.length > 0);
  expect(Object.fromEntries(own)['cli/commands/serve.ts']).toContain('codeCalls');
  expect(missingProperties(new Map(renamed))).toEqual({ ...shared, ...Object.fromEntries(own) });
});
