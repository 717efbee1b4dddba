import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { newKeys } from '../../../gateway/index.ts';
import { main, PATH } from '../support/running-command.ts';

test.each([
  ['tools', ['tools', '--json']],
  ['gateway export', ['gateway', 'export', '--store', ':memory:']],
])('%s ends quietly where nobody reads its output', async (_name, args) => {
  const env = { PATH, GATEWAY_KEYS: newKeys() };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
