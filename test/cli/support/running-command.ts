import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The project's own command. */
export const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
export const PATH = process.env.PATH ?? '';

/** Starts a command that goes on running, and waits for the line of its standard output that ends its greeting. */
export async function running(args: readonly string[], last: RegExp, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, INTERCOM_MCP_CONFIG_DIR: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code);
  const complaint = text(child.stderr);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (last.test(line)) break;
  }
  if (!last.test(lines.at(-1) ?? '')) throw new Error(`it ended: ${await complaint}`);
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return ended;
  };
  const dispose = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { lines, output: lines.join('\n'), complaint, stop, [Symbol.asyncDispose]: dispose };
}
