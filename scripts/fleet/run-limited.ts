import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** How a program ended: with its last line, or why without. */
export type Ended =
  | { readonly line: string }
  | { readonly failure: 'time limit' | 'memory limit' | 'raw error'; readonly said: string };

/** What a program may take: seconds, and megabytes of memory. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs a module in a process of its own, which is ended where it takes more than its limits. */
export async function runLimited(file: string, args: readonly string[], limits: Limits): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--conditions=intercom-mcp-toolkit:source', `--max-old-space-size=${limits.megabytes}`, file, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: Record<'out' | 'err', string> = { out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => {
    said.out = (said.out + String(bytes)).slice(-1_000_000);
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said.err = (said.err + String(bytes)).slice(-4_000);
  });
  let failure: 'time limit' | 'memory limit' | undefined;
  const end = (why: typeof failure): void => {
    failure ??= why;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(end, limits.seconds * 1000, 'time limit');
  const watch = setInterval(async () => {
    if ((await residentMegabytes(child.pid)) > limits.megabytes * 1.5) end('memory limit');
  }, 1000);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  clearInterval(watch);
  const line = said.out.trimEnd().split('\n').at(-1) ?? '';
  if (code === 0 && line.startsWith('{')) return { line };
  const isHeap = said.err.includes('heap out of memory');
  return { failure: failure ?? (isHeap ? 'memory limit' : 'raw error'), said: said.err.slice(0, 1_500) };
}

/** The memory of a process as Linux tells it; nothing where it does not. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
