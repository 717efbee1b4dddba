import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from './pages.ts';

/** A command as a shell calls it. */
export interface ShellCommand {
  readonly block: Block;
  readonly words: readonly string[];
}

const RECORD = '\x1e';

/**
 * No program is found, so each is written down with its arguments in place of being called; the shell itself reads the lines. It is
 * written at once: the programs of a pipe run beside each other. Folders that a line goes into are made by one that does not run.
 */
const HEAD = `
record() { printf '%s\\0' "$@" '${RECORD}' >&3; }
command_not_found_handle() { record "$@"; }
cd() { :; }
PATH=/nowhere
`;

/** What a shell would call for these lines, in order. Only bash runs: its redirections write into a folder that is then removed. */
export function commandsOf(block: Block): readonly ShellCommand[] {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  try {
    // The name of a program with a folder is found by no handler, but may be that of a function.
    const paths = new Set(block.text.match(/(?<=^|\s)[\w./-]*\/[\w.-]+(?=\s)/gm));
    const functions = [...paths].map((path) => `function ${path} { record ${path} "$@"; }`);
    const { output, stderr } = spawnSync('bash', ['--norc', '-c', [HEAD, ...functions, block.text].join('\n')], {
      cwd: folder,
      env: { HOME: folder, PWD: folder },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (stderr !== '') throw new Error(`${block.page}:${block.line}: ${stderr}`);
    return String(output[3])
      .split(`${RECORD}\0`)
      .slice(0, -1)
      .map((record) => ({ block, words: record.split('\0').slice(0, -1) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The arguments of this project's own command, wherever it stands in another one; undefined where it does not. */
export function ownArguments(words: readonly string[]): readonly string[] | undefined {
  const at = words.findIndex(
    (word, index) =>
      /(?:^|\/)intercom-mcp$|^intercom-mcp-toolkit$|cli\/main\.(?:ts|js)$/.test(word) &&
      !/^(?:install|add|pack|create|-p)$/.test(words[index - 1] ?? ''),
  );
  if (at < 0) return undefined;
  const rest = words.slice(at + 1);
  return rest[0] === '--' ? rest.slice(1) : rest;
}
