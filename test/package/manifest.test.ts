import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { generatorVersion } from '../../generator/generator-version.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';

interface Manifest {
  readonly repository: { readonly url: string };
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}
// Written by hand in this project.
function manifestOf(path: string): Manifest {
  return JSON.parse(read(path)) as Manifest;
}
const toolkit = manifestOf('package.json');
const generator = manifestOf('generator/package.json');

/** The packages that the sources of some folders import, lazily or for their types as well. */
function imported(...folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(`../../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!dist|node_modules).*\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const specifiers = files.flatMap((file) =>
    ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName),
  );
  const names = specifiers.filter((name) => !name.startsWith('.') && !isBuiltin(name)).map(packageOf);
  return [...new Set(names)].sort();
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

test('both packages have one version, and say the one of their manifests', () => {
  expect(generator.version).toBe(toolkit.version);
  expect(packageVersion).toBe(toolkit.version);
  expect(generatorVersion).toBe(generator.version);
});

test('both say where they come from, by one owner, and no other place names another', () => {
  const [owner = ''] = /(?<=github\.com\/)[\w-]+/.exec(toolkit.repository.url) ?? [];
  const home = `https://github.com/${owner}/intercom-mcp-toolkit`;
  for (const manifest of [toolkit, generator])
    expect(manifest).toMatchObject({
      author: expect.any(String),
      homepage: `${home}#readme`,
      bugs: `${home}/issues`,
      repository: { type: 'git', url: `git+${home}.git` },
    });
  expect(toolkit).toMatchObject({ mcpName: `io.github.${owner}/intercom-mcp-toolkit` });
  expect(generator.repository).toMatchObject({ directory: 'generator' });
  const tracked = execFileSync('git', ['grep', '-hoE', 'github\\.com/[A-Za-z0-9-]+/intercom-mcp-(toolkit|generator)'], {
    cwd: new URL('../../', import.meta.url),
    encoding: 'utf8',
  });
  expect(new Set(tracked.trim().split('\n'))).toEqual(new Set([`github.com/${owner}/intercom-mcp-toolkit`]));
});

test('neither has peers: npm refuses to install beside another version of one, even of an optional one', () => {
  for (const manifest of [toolkit, generator])
    expect(Object.keys(manifest).filter((key) => /^peer|^optionalDependencies|^bundle/.test(key))).toEqual([]);
});

/** What a package's dependencies want beside them of its other dependencies. */
function peersWithin({ dependencies }: Manifest): string[] {
  return Object.keys(dependencies)
    .flatMap((name) => Object.keys(manifestOf(`node_modules/${name}/package.json`).peerDependencies ?? {}))
    .filter((name) => name in dependencies);
}

function declared({ dependencies }: Manifest): string[] {
  return Object.keys(dependencies).sort();
}

test('whoever installs the toolkit gets what it imports, and no more', () => {
  const published = imported('cli', 'runtime', 'intercom', 'generated', 'gateway', 'sandbox');
  const wanted = new Set([...published, ...peersWithin(toolkit)]);
  // The build puts them into the package.
  for (const inlined of ['sucrase', 'fflate']) {
    expect(wanted.delete(inlined)).toBe(true);
    expect(toolkit.devDependencies).toHaveProperty(inlined);
  }
  expect([...wanted].sort()).toEqual(declared(toolkit));
});

test('whoever installs the generator gets what it imports, and no more', () => {
  // The types of a tool, which its own refer to, are those of Zod; what else it takes of the runtime is built into it.
  // Biome is run as the program that it is.
  const beside = ['zod', '@biomejs/biome'];
  const needed = [
    ...imported('generator', 'runtime/shape/html', 'runtime/catalog'),
    ...peersWithin(generator),
    ...beside,
  ];
  expect([...new Set(needed)].sort()).toEqual(declared(generator));
});

describe('a package that is named twice has one version', () => {
  const named = { ...toolkit.dependencies, ...toolkit.devDependencies };
  const twice = Object.entries(generator.dependencies).filter(([name]) => name in named);
  test.each(twice)('%s', (name, version) => expect(named[name]).toBe(version));
});

/** The folders with packages of their own, such as those that only tests use. Other tests write and remove folders meanwhile: git has those that stay. */
const lockfiles = execFileSync('git', ['ls-files', '*package-lock.json'], {
  cwd: new URL('../../', import.meta.url),
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .map((file) => file.replace('package-lock.json', ''));

test.each(lockfiles)('the lockfile in ./%s names no address to download from', (folder) => {
  const resolved = [...read(`${folder}package-lock.json`).matchAll(/"resolved": "([^"]+)"/g)].map(([, to]) => to);
  expect(resolved).toEqual(folder === '' ? ['generator'] : []);
});
