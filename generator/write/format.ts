import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reasonOf } from '../text/reason-of.ts';

/** The project's own format, so that generated files pass the same check as handwritten ones. */
const CONFIGURATION = {
  root: true,
  files: { maxSize: 64 * 1024 * 1024 },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
  javascript: { formatter: { quoteStyle: 'single' } },
  linter: { enabled: false },
  assist: { enabled: false },
};

/** Files after the formatter, and why it could not run where it could not. */
export interface Formatted {
  readonly files: Map<string, string>;
  readonly problem?: string;
}

/**
 * Formats TypeScript files by name with Biome's own program; one that does not parse is returned as it is, for the check stage to
 * explain. All are, where the program cannot run.
 */
export function format(files: ReadonlyMap<string, string>): Formatted {
  const folder = mkdtempSync(join(tmpdir(), 'intercom-mcp-format-'));
  try {
    const sources = [...files.keys()].filter((name) => name.endsWith('.ts'));
    for (const part of new Set(sources.map(dirname))) mkdirSync(join(folder, 'files', part), { recursive: true });
    for (const name of sources) writeFileSync(join(folder, 'files', name), files.get(name) ?? '');
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(CONFIGURATION));
    run(folder);
    const formatted = sources.map((name) => [name, readFileSync(join(folder, 'files', name), 'utf8')] as const);
    return { files: new Map([...files, ...formatted]) };
  } catch (error) {
    return { files: new Map(files), problem: reasonOf(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string): void {
  const args = ['format', '--write', `--config-path=${folder}`, '--log-level=error', '--max-diagnostics=1', 'files'];
  // Settings of the user's own project are none of these files'.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BIOME_')));
  const { error, status } = spawnSync(programOf(), args, { cwd: folder, env, stdio: 'ignore' });
  if (error !== undefined) throw error;
  // 1 is that some file does not parse.
  if (status !== 0 && status !== 1) throw new Error(`Biome ended with ${status}`);
}

/** Biome's program for this machine. Its command of that name starts Node first, and then this. */
function programOf(): string {
  const from = createRequire(createRequire(import.meta.url).resolve('@biomejs/biome/package.json'));
  const { platform, arch } = process;
  const file = platform === 'win32' ? 'biome.exe' : 'biome';
  const packages = [`@biomejs/cli-${platform}-${arch}`, `@biomejs/cli-${platform}-${arch}-musl`];
  if (platform === 'linux' && isMusl()) packages.reverse();
  for (const name of packages) {
    try {
      return from.resolve(`${name}/${file}`);
    } catch {}
  }
  throw new Error(`Biome has no program for ${platform} on ${arch}, or it was not installed`);
}

/** Whether this Node runs on musl in place of glibc, as in Alpine. */
function isMusl(): boolean {
  const { header } = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime === undefined;
}
