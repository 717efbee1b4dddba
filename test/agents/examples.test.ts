import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sdksInstalled } from './support/loop.ts';

const hook = new URL('support/resolve-sdks.ts', import.meta.url).href;

interface Run {
  /** What is typed. */
  readonly input?: string;
  /** Ctrl-C, once this was printed. */
  readonly stopAt?: string;
}

/** Runs an example to its end, without anybody's keys. */
function run(program: string, args: readonly string[], { input = '', stopAt }: Run = {}) {
  const file = fileURLToPath(new URL(`../../examples/${program}/main.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=intercom-mcp-toolkit:source', '--import', hook, file, ...args], {
    env: { PATH: process.env.PATH },
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stopAt !== undefined && stdout.includes(stopAt)) child.kill('SIGINT');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
    if (stopAt === undefined) child.stdin.end(input);
  });
}

describe.skipIf(!sdksInstalled)('an example with an SDK', () => {
  test('code-mode: every assertion in it holds', async () => {
    const { code, stdout, stderr } = await run('code-mode', []);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim()).toBe('Code mode: 3 conversations answered by one program of 3 tools.');
  });

  test('custom-agent: what a person agrees to at the terminal is written, and nothing else', async () => {
    const { code, stdout, stderr } = await run('custom-agent', ['--scripted'], { input: 'no\nYES\n' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/Do it\? \[y\/N\]/g)).toHaveLength(3);
    // The third question found the terminal closed, which is no yes.
    expect(stdout).toContain('1 of 3 were sent.\n1 writes were agreed to.');
  });

  test('custom-agent: Ctrl-C at a question ends it, and nothing was written', async () => {
    const { code, stdout, stderr } = await run('custom-agent', ['--scripted'], { stopAt: 'Do it?' });
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    expect(stdout).toContain('Given up.\n\n0 writes were agreed to.');
  });

  test('custom-agent: without a key it says what to do', async () => {
    const { code, stderr } = await run('custom-agent', []);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Set ANTHROPIC_API_KEY, or try it without a model: --scripted.\n',
    });
  });
});
