import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { intercom } from '../../../../intercom/catalog.ts';
import { createClient } from '../../../../intercom/client.ts';
import { createCodeTool } from '../../../../runtime/mcp/code-mode.ts';
import { createSandbox } from '../../../../sandbox/index.ts';
import { box } from './support/session.ts';

test('the program of the documentation runs, and changes what it says', async () => {
  const sandbox = createSandbox();
  const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
  const { call } = createCodeTool({ ...intercom, client, box });
  const text = readFileSync(new URL('../../../../docs/code.md', import.meta.url), 'utf8');
  const [, code] = /## What a program has\n\n```ts program\n([\s\S]*?)```/.exec(text) ?? [];
  const planned = await call('run_code', { code, dry_run: true });
  expect(planned).toMatchObject({
    isError: false,
    text: expect.stringMatching(/\d writes would be made:\n1\. manageConversation/),
  });
  expect(await call('run_code', { code })).toMatchObject({
    isError: false,
    text: expect.stringContaining('"Technical" became 7303'),
  });
});
