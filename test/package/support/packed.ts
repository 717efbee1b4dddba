import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const execute = promisify(execFile);

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is. */
export async function run(
  file: string,
  given: readonly string[],
  cwd: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  // Conditions of this process are not a consumer's, nor is what npm tells the scripts that it runs.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(inherited), NODE_OPTIONS: '', NO_COLOR: '1', ...own };
  const options = { cwd, env, maxBuffer: 2 ** 26, timeout: 600_000 };
  const parse = (error: { code?: unknown; stdout?: string; stderr?: string }): Ended => ({
    code: typeof error.code === 'number' ? error.code : -1,
    stdout: error.stdout ?? '',
    stderr: error.stderr ?? String(error),
  });
  return await execute(file, given, options).then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), parse);
}

/** Runs a program that has to succeed. */
export async function succeed(file: string, given: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run(file, given, cwd);
  if (code !== 0) throw new Error(`${file} ${given.join(' ')} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The tarballs of both packages, built now from this checkout. */
export interface Packed {
  readonly toolkit: string;
  readonly generator: string;
}

/** Builds and packs both packages into a folder. */
export async function pack(folder: string): Promise<Packed> {
  await succeed('npm', ['run', 'build'], root);
  const packOne = async (cwd: string): Promise<string> => {
    const stdout = await succeed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], cwd);
    const [, filename = ''] = /"filename": "([^"]+)"/.exec(stdout) ?? [];
    return join(folder, filename);
  };
  return { toolkit: await packOne(root), generator: await packOne(join(root, 'generator')) };
}

/**
 * An empty project with packed packages, as npm would unpack them, and of all else only what their manifests name, linked
 * from this checkout so that no network is needed.
 */
export async function install(tarballs: readonly string[]): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'consumer-'));
  const modules = join(project, 'node_modules');
  const link = (name: string, target: string): void => {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(target, join(modules, name));
  };
  const needed = new Set<string>();
  for (const tarball of tarballs) {
    const name = /([a-z-]+)-\d[^/]*\.tgz$/.exec(tarball)?.[1] ?? '';
    const folder = join(modules, name);
    mkdirSync(folder, { recursive: true });
    await succeed('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], project);
    for (const dependency of Object.keys(manifestIn(folder).dependencies)) needed.add(dependency);
  }
  for (const name of needed) link(name, join(root, 'node_modules', name));
  // Every TypeScript project on Node has them.
  link('@types/node', join(root, 'node_modules/@types/node'));
  return project;
}

/** The parts of a packed manifest that a consumer meets. */
export interface PackedManifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** The manifest of an unpacked package. */
export function manifestIn(folder: string): PackedManifest {
  // npm wrote it from the manifest in this checkout.
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackedManifest;
}

/** Every subpath that an unpacked package exports as a module, those of its patterns spelled out, with its files. */
export function subpaths(folder: string): { specifier: string; types: string; module: string }[] {
  const spelled = (pattern: string): string[] => {
    const [before = '', after = ''] = pattern.split('*');
    return readdirSync(join(folder, dirname(before + after)), { recursive: false, encoding: 'utf8' })
      .map((file) => `${dirname(before + after)}/${file}`)
      .filter((file) => file.startsWith(before) && file.endsWith(after))
      .map((file) => file.slice(before.length, file.length - after.length));
  };
  return Object.entries(manifestIn(folder).exports).flatMap(([key, target]) => {
    if (typeof target === 'string') return [];
    const names = key.includes('*') ? spelled(target.default) : [''];
    const at = (path: string, name: string): string => path.replace('*', name);
    return names.map((name) => ({
      specifier: at(key, name).slice(2),
      types: join(folder, at(target.types, name)),
      module: join(folder, at(target.default, name)),
    }));
  });
}
