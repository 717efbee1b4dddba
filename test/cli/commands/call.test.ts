import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findTool } from '../../../cli/workspace/find-tool.ts';
import { intercom } from '../../../intercom/catalog.ts';
import { toolLoader } from '../../../runtime/catalog/tool-loader.ts';
import { byRoute, record, TOKEN } from '../../support/recorder.ts';
import { run as runLine } from '../support/run-line.ts';

function run(
  args: readonly string[],
  { stdin = '', url = 'http://127.0.0.1:9' } = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const program = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
    const env = { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_BASE_URL: url };
    const child = execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

describe('call --dry-run', () => {
  test('prints the request and sends nothing: nobody listens at that address', async () => {
    const reply = { conversation_id: '7', message_type: 'comment', type: 'admin', admin_id: '1', body: 'Straße' };
    const { stdout, code } = await run(['call', 'intercom_conversations_reply', '-', '--dry-run'], {
      stdin: JSON.stringify(reply),
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dry_run: true,
      method: 'POST',
      url: 'http://127.0.0.1:9/conversations/7/reply',
      body: { message_type: 'comment', type: 'admin', admin_id: '1', body: 'Straße' },
    });
    expect(stdout).not.toContain(TOKEN);
  });

  test('bad arguments are refused all the same', async () => {
    const { stderr, code } = await run(['call', 'get_single_intercom_ticket_by_id', '{"nr":1}', '--dry-run']);
    expect(code).toBe(2);
    expect(stderr).toContain('nr: unknown argument');
  });
});

test('call prints what a model is shown, and everything with --raw', async () => {
  const article = { type: 'article', id: '7', title: 'SSO', body: '<h1>Setup</h1>', parent_id: null, state: 'draft' };
  await using intercom = await record(byRoute({ 'GET /articles/7': article }));
  const args = ['call', 'get_single_intercom_article_by_id', '{"article_id":7}'];
  const [shaped, raw] = await Promise.all([run(args, intercom), run([...args, '--raw'], intercom)]);
  expect(JSON.parse(raw.stdout)).toEqual(article);
  expect(JSON.parse(shaped.stdout)).toMatchObject({ id: '7', title: 'SSO' });
  expect(shaped.stdout).toContain('# Setup');
  expect(shaped.stdout).not.toMatch(/<h1>|null/);
});

test('a repaired query is told on standard error, the answer alone stands on standard output', async () => {
  const found = { type: 'ticket.list', tickets: [], total_count: 0 };
  await using intercom = await record(byRoute({ 'POST /tickets/search': found }));
  const query = JSON.stringify({ query: [{ field: 'open', operator: '=', value: 'true' }] });
  const { stdout, stderr } = await run(['call', 'list_all_intercom_search_tickets', query], intercom);
  expect(stderr).toContain('Changed before it was sent:\n- query: a list of one became the filter itself');
  expect(JSON.parse(stdout)).toMatchObject({ result: [], next_cursor: null });
});

describe('a tool that does not exist', () => {
  test.each([
    ['mistyped', 'delete_a_intercom_tag_by_idd', 'delete_a_intercom_tag_by_id'],
    ['cut short, and it writes', 'delete_tag_by_id', 'delete_a_intercom_tag_by_id'],
    ['in words', 'close conversation', 'intercom_conversations_manage'],
  ])('%s: the one that was meant is named', async (_name, given, want) => {
    await expect(findTool(given, intercom)).rejects.toThrow(want);
  });

  test.each([
    ['its export', 'searchConversations', 'list_all_intercom_search_conversations', false],
    ['its export, spelled otherwise', 'Search-Conversations', 'list_all_intercom_search_conversations', false],
    ['its export, and it writes', 'delete_tag', 'delete_a_intercom_tag_by_id', false],
    ['cut short', 'get_single_me', 'get_single_intercom_me', true],
    ['mistyped', 'get_single_intercom_mee', 'get_single_intercom_me', true],
    ['its export, mistyped', 'searchConversatons', 'list_all_intercom_search_conversations', true],
  ])('%s can only mean one', async (_name, given, want, isGuess) => {
    await expect(findTool(given, intercom)).resolves.toMatchObject({
      entry: { name: want },
      tool: { name: want },
      isGuess,
    });
  });

  test.each(['zzqqx', '__proto__', '', '___'])('%j: nothing is made up', async (given) => {
    await expect(findTool(given, intercom)).rejects.toThrow(`there is no tool ${JSON.stringify(given)}.`);
    await expect(findTool(given, intercom)).rejects.not.toThrow('Did you mean');
  });
});

test.each([['serve'], ['tools'], ['call'], ['doctor'], ['generate'], ['spec', 'update']])(
  '%s --help ends with an example',
  async (...command) => {
    const { stdout, code } = await run([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\\nExamples:\\n(.*\\n)*.*intercom-mcp ${command.join(' ')}`));
  },
);

test('Ctrl+C gives a call up, with the code that shells have for it', async () => {
  await using intercom = await record(() => {
    process.emit('SIGINT');
    return undefined;
  });
  const env = { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_BASE_URL: intercom.url };
  const { code, stdout, stderr } = await runLine(['call', 'getMe'], env);
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toContain('interrupted');
});

describe('without a token', () => {
  test('a dry run shows the request, and a mistake in arguments is told', async () => {
    const dry = await runLine(['call', 'getTag', 'tag_id=7', '--dry-run', '--json', '.url']);
    expect(dry).toMatchObject({ code: 0, stdout: 'https://api.intercom.io/tags/7\n' });
    expect(await runLine(['call', 'getTag', 'nr=7'])).toMatchObject({ code: 2 });
    expect(await runLine(['call', 'getTag', 'tag_id=7'])).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('intercom-mcp login'),
    });
  });

  test('a sample workspace answers', async () => {
    const { code, stdout } = await runLine(['call', 'listTeams', '--sandbox', '--seed', '2', '--json', '.result.name']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').length).toBeGreaterThan(1);
  });
});

test('what is taken for another name is said, and fields that are not there', async () => {
  const { code, stdout, stderr } = await runLine(['call', 'get_single_me', '--sandbox', '--json', '.nothing']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('get_single_me is taken for get_single_intercom_me');
  expect(stderr).toContain('warning: there is no nothing; beside it there are');
});

test.each([
  [['getMe', '--sandbox', '--region', 'eu'], '--region would do nothing'],
  [['getMe', '--seed', '3'], '--seed would do nothing'],
  [['getMe', '--dry-run', '--raw'], '--raw would do nothing'],
])('call %j is refused', async (words, want) => {
  expect(await runLine(['call', ...words])).toMatchObject({ code: 2, stderr: expect.stringContaining(want) });
});

describe('a tool that was renamed', () => {
  const until = '2027-01-31';
  const [team, ...rest] = intercom.catalog.filter(({ name }) => name.includes('team'));
  if (team === undefined) throw new Error('no catalogue');
  const aliases = [{ name: 'show_intercom_team', function: 'showTeam', until }];
  const catalog = [{ ...team, aliases }, ...rest];
  const api = { ...intercom, catalog, loadTool: toolLoader(catalog, intercom.modules) };
  const at = (day: string) => () => Date.parse(day);

  test.each(['show_intercom_team', 'showTeam'])(
    'is found by its old name %s up to its last day, and that is said',
    async (name) => {
      const found = await findTool(name, api, at(until));
      expect(found).toMatchObject({ entry: { name: team.name }, tool: { name: team.name }, isGuess: false });
      expect(found.note).toMatch(new RegExp(`^${name} is called .* now; the old name works until ${until}\\.$`));
      await expect(findTool(name, api, at('2027-02-01'))).rejects.toThrow(`${name} is called`);
    },
  );
});
