import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { runLine } from '../../../cli/program.ts';

/** What a command line came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, in an environment with nothing of Intercom but `env`, and without profiles. */
export async function run(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const keep = (lines: string[], end: string) => (text: unknown) => {
    lines.push(`${text instanceof Uint8Array ? Buffer.from(text).toString() : text}${end}`);
    return true;
  };
  const spies = [
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(stdin)]) as typeof process.stdin),
    vi.spyOn(console, 'log').mockImplementation(keep(out, '\n')),
    vi.spyOn(console, 'error').mockImplementation(keep(err, '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep(out, '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep(err, '')),
  ];
  for (const name of Object.keys(process.env)) if (name.startsWith('INTERCOM_')) vi.stubEnv(name, undefined);
  // Nobody's own profiles.
  for (const [name, value] of Object.entries({ INTERCOM_MCP_CONFIG_DIR: '/nonexistent', ...env }))
    vi.stubEnv(name, value);
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await runLine(words);
    return { code: Number(process.exitCode), stdout: out.join(''), stderr: err.join('') };
  } finally {
    process.exitCode = before;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
