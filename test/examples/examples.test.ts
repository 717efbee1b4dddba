import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { heroTools } from '../../intercom/workflows.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
/** Helpers, and programs with tests of their own: `demo` below, those with an SDK in `test/agents`. */
const others = ['stand-in.ts', 'scripted-model.ts', 'demo', 'custom-agent', 'code-mode'];
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
  const [first = '', second] = file.split(sep);
  return !others.includes(first) && (second === undefined ? first.endsWith('.ts') : second === 'main.ts');
});

test('there are examples', () => {
  expect(programs.length).toBeGreaterThanOrEqual(5);
});

async function outputOf(program: string): Promise<string> {
  const args = ['--conditions=intercom-mcp-toolkit:source', `${folder}${program}`];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

test.for(programs)('%s runs to its end and every assertion in it holds', async (program) => {
  expect((await outputOf(program)).trim().split('\n')).toHaveLength(1);
});

test('the demo tells of each call by its tool, what came back, and what changed', async () => {
  const transcript = await outputOf('demo/main.ts');
  for (const tool of heroTools) expect(transcript).toContain(`\n  ${tool}\n    -> {`);
  expect(transcript.match(/^ {4}<- /gm)?.length).toBe(16);
  expect(transcript).toContain('    tickets 84951 ticket_state_id: "4602" -> "4605"');
  expect(transcript).not.toContain('\u001b[');
});
