import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/run-line.ts';

describe('intercom-mcp', () => {
  test('help names every command and variable', async () => {
    const { stdout, code } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of [
      'serve',
      'tools',
      'call',
      'generate',
      'spec',
      'INTERCOM_ACCESS_TOKEN',
      'INTERCOM_REGION',
      'INTERCOM_BASE_URL',
    ])
      expect(stdout).toContain(word);
  });

  test('an unknown command is refused with the nearest one', async () => {
    const { stderr, code } = await run(['tols']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean tools?');
  });
});

describe('tools', () => {
  test('a table with aligned columns and no colours off a terminal', async () => {
    const { stdout } = await run(['tools', '--tags', 'teams']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^TOOL {2,}CLASS {2}TOKENS {2}TITLE$/);
    expect(lines).toHaveLength(5);
    expect(lines[4]).toMatch(/^3 tools, \d+ tokens/);
    expect(stdout).not.toContain('\u001b');
    const column = lines[0]?.indexOf('TITLE');
    for (const line of lines.slice(1, 4))
      expect(line.indexOf(line.includes('Get a team') ? 'Get a team' : 'List team')).toBe(column);
  });

  test('--json is an array with exactly the documented keys', async () => {
    const { stdout } = await run(['tools', '--json']);
    const tools: Record<string, unknown>[] = JSON.parse(stdout);
    expect(tools).toHaveLength(231);
    for (const tool of tools)
      expect(Object.keys(tool)).toEqual([
        'name',
        'title',
        'description',
        'class',
        'access',
        'destructive',
        'tags',
        'method',
        'path',
        'inputSchema',
        'annotations',
        'tokens',
        'import',
      ]);
    expect(tools.find(({ name }) => name === 'get_single_intercom_team_by_id')?.import).toBe(
      "import { getTeam } from 'intercom-mcp-toolkit/intercom/tools/teams'",
    );
  });

  test('filters hold both, and an unknown one names the nearest', async () => {
    const { stdout } = await run(['tools', '--tags', 'knowledge_base', '--methods', 'delete', '--json']);
    const names: { tags: string[]; class: string }[] = JSON.parse(stdout);
    expect(names.length).toBeGreaterThan(0);
    for (const tool of names) {
      expect(tool.tags).toContain('knowledge_base');
      expect(tool.class).toBe('delete');
    }
    const { stderr, code } = await run(['tools', '--tags', 'suport']);
    expect(code).toBe(2);
    expect(stderr).toContain('support');
  });
});

describe('call', () => {
  const base = { INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: 'http://127.0.0.1:9' };

  test.each([
    ['no token', ['call', 'get_single_intercom_me'], {}, 'INTERCOM_ACCESS_TOKEN'],
    ['no such tool', ['call', 'get_single_intercom_you'], base, 'get_single_intercom_me'],
    ['no JSON', ['call', 'get_single_intercom_me', '{'], base, 'the arguments are no JSON'],
    [
      'an argument too many',
      ['call', 'get_single_intercom_ticket_by_id', '{"ticket_id":"1","nr":2}'],
      base,
      'nr: unknown argument',
    ],
    ['nobody listens', ['call', 'get_single_intercom_me'], base, '127.0.0.1:9 cannot be reached'],
    [
      'a base URL in the clear',
      ['call', 'get_single_intercom_me'],
      { ...base, INTERCOM_BASE_URL: 'http://example.test' },
      'https',
    ],
    [
      'a region that does not exist',
      ['call', 'get_single_intercom_me'],
      { INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_REGION: 'uk' },
      'us, eu, au',
    ],
  ])('%s: one clear message, no stack', async (_name, args, env, want) => {
    const { stderr, stdout, code } = await run(args, env);
    expect(code).toBeGreaterThan(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(want);
    expect(stderr).not.toMatch(/\n\s+at .*\.ts:\d/);
  });
});

/** One operation: all of Intercom's take half a minute. */
const pets = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example' }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        tags: ['pets'],
        summary: 'List pets',
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
          },
        },
      },
    },
  },
};

describe('generate', () => {
  test('--check finds nothing to do and writes nothing', async () => {
    const { stdout, code } = await run(['generate', '--check']);
    expect(stdout).toContain('up to date');
    expect(stdout).toMatch(/^total +231 +\d+$/m);
    expect(code).toBe(0);
  });

  test('--check exits with 1 on drift, --json reports it, and a run repairs it', async () => {
    const out = await mkdtemp(join(tmpdir(), 'tools-'));
    const spec = join(out, 'pets.json');
    await writeFile(spec, JSON.stringify(pets));
    const generate = ['generate', '--spec', spec, '--name', 'pets', '--out', join(out, 'pets')];
    expect((await run(generate)).stdout).toContain('Version 1: there is nothing to compare with.');
    const facts = join(out, 'pets', 'facts.ts');
    const right = await readFile(facts, 'utf8');
    await writeFile(facts, '// changed');
    const { stdout, code } = await run([...generate, '--check', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ tools: 1, files: ['facts.ts'], report: { changes: [] } });
    expect(await readFile(facts, 'utf8')).toBe('// changed');
    await run(generate);
    expect(await readFile(facts, 'utf8')).toBe(right);
  });

  test('--spec alone is refused', async () => {
    const { stderr, code } = await run(['generate', '--spec', 'nothing.yaml']);
    expect(stderr).toContain('--spec needs --out and --name');
    expect(code).toBe(2);
  });

  test('a description that is not there is refused with its code', async () => {
    const { stderr, code } = await run(['generate', '--spec', 'nothing.yaml', '--out', tmpdir(), '--name', 'x']);
    expect(stderr).toContain('SOURCE_NOT_FOUND');
    expect(code).toBe(1);
  });
});
