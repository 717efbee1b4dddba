import { expect, test } from 'vitest';
import { readArguments } from '../../../cli/call/read-arguments.ts';
import { describeTool, toolLines } from '../../../cli/tools/describe-tool.ts';
import { apiOf } from '../../../cli/workspace/api-of.ts';
import { findTool } from '../../../cli/workspace/find-tool.ts';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { run } from '../support/run-line.ts';

test('a tool by its export: what it is, its arguments, a call and its import', async () => {
  const { stdout, code } = await run(['tools', 'replyToConversation']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^intercom_conversations_reply {3}Reply to conversation\n/);
  expect(stdout).toMatch(/^admin_id +string +Admin who acts/m);
  expect(stdout).toMatch(/^message_type +string +yes +\(one of comment, quick_reply, note\)$/m);
  expect(stdout).not.toMatch(/^dry_run/m);
  expect(stdout).toContain(
    "  import { replyToConversation } from 'intercom-mcp-toolkit/intercom/tools/conversations';",
  );
  const json = await run(['tools', 'replyToConversation', '--json', 'name,import.line']);
  expect(JSON.parse(json.stdout)).toEqual({
    name: 'intercom_conversations_reply',
    import: { line: "import { replyToConversation } from 'intercom-mcp-toolkit/intercom/tools/conversations'" },
  });
});

test('the call that is shown is one that the tool takes, for every tool', async () => {
  const client = createClient({ token: 'x', baseUrl: 'http://localhost', fetch: createSandbox().fetch });
  for (const { name } of catalog) {
    const { call } = await describeTool(name, await apiOf(undefined));
    const words = call.split(/ (?=[\w.]+=|'[\w.]+=)/).slice(1);
    const { tool, entry } = await findTool(name, intercom);
    const input = await readArguments({ words: words.map(unquoted), named: [] }, entry.inputSchema);
    await client.exchange(tool, input, { dryRun: true }).catch((error: unknown) => {
      throw new Error(`${call}: ${String(error)}`);
    });
  }
});

/** What a shell makes of a word. */
function unquoted(word: string): string {
  return word.replaceAll(/'\\''|'/g, (quote) => (quote === "'" ? '' : "'"));
}

test('a narrow terminal cuts the words, and nothing else', async () => {
  const lines = toolLines(await describeTool('getMe', await apiOf(undefined)), 40);
  expect(lines).toContain('Import\n  import { getMe }');
});

test('a search finds by what is to be done, within the filters', async () => {
  const { stdout } = await run(['tools', '--search', 'close a conversation', '--limit', '2', '--json', '.name']);
  expect(stdout.trimEnd().split('\n')).toEqual(['intercom_conversations_manage', expect.any(String)]);
  const read = await run(['tools', '--search', 'close a conversation', '--methods', 'read', '--json', '.access']);
  expect(new Set(read.stdout.trimEnd().split('\n'))).toEqual(new Set(['read']));
  expect(await run(['tools', '--search', 'zzqqx'])).toMatchObject({ code: 2, stdout: '' });
});

test.each([
  [['getMe', '--tags', 'admins'], '--tags would do nothing: one tool is shown'],
  [['--limit', '3'], '--limit would do nothing: without --search'],
  [['nothing_like_it'], 'there is no tool'],
])('%j is refused', async (words, want) => {
  expect(await run(['tools', ...words])).toMatchObject({ code: 2, stderr: expect.stringContaining(want) });
});
