import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/run-line.ts';

/** A tool that 2.16 has and 2.15 lacks. */
const NEW = 'list_all_intercom_content_search';

describe('--api-version', () => {
  test.each([
    ['2.15', '2.15', ''],
    ['2.13', '2.13', 'There are no tools of version 2.13'],
  ])('%s of a call is asked for, with the tools of it', async (version, header, said) => {
    const { code, stdout, stderr } = await run(['call', 'getMe', '--dry-run', '--sandbox', '--api-version', version]);
    expect([code, JSON.parse(stdout).headers['intercom-version']]).toEqual([0, header]);
    expect(stderr).toContain(said);
    const missing = await run(['call', NEW, 'query=x', '--sandbox', '--api-version', version]);
    expect(missing.code).not.toBe(0);
    expect(missing.stderr).toContain(`there is no tool ${JSON.stringify(NEW)}`);
  });

  test('of the list and of one tool', async () => {
    const { stdout } = await run(['tools', '--api-version', '2.15', '--json', 'name']);
    expect(JSON.parse(stdout)).toHaveLength(162);
    const one = await run(['tools', 'listTags', '--api-version', '2.14']);
    expect(one.stdout).toContain("import { listTags } from 'intercom-mcp-toolkit/intercom-2.14/tools/tags';");
    expect((await run(['tools', NEW, '--api-version', '2.14'])).stderr).toContain('there is no tool');
  });

  test('of whoami and doctor', async () => {
    const who = await run(['whoami', '--sandbox', '--api-version', '2.13', '--json', 'api_version,tools_version']);
    expect(JSON.parse(who.stdout)).toEqual({ api_version: '2.13', tools_version: '2.14' });
    const { stdout } = await run(['doctor', '--sandbox', '--api-version', '2.13']);
    expect(stdout).toMatch(/ok +tools +150 tools, catalog 2\.14\+[0-9a-f]{12}\n +There are no tools of version 2\.13/);
    expect(stdout).toMatch(/ok +API version +2\.13 is accepted/);
  });

  test.each(['2', '2.x', '2.15.1', '', '../2.15'])('%j is no version', async (version) => {
    const { code, stderr } = await run(['tools', '--api-version', version]);
    expect(code).toBe(2);
    expect(stderr).toContain("A version of Intercom's API is two numbers");
  });
});

describe('a profile of a version', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'profiles-'));
    const profiles = { acme: { token: 'token-of-acme', region: 'us', api_version: '2.14' } };
    await writeFile(join(folder, 'profiles.json'), JSON.stringify({ default: 'acme', profiles }), { mode: 0o600 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('has the tools of it, unless the command line says otherwise', async () => {
    const env = { INTERCOM_MCP_CONFIG_DIR: folder };
    const own = await run(['call', 'getMe', '--dry-run'], env);
    expect(JSON.parse(own.stdout).headers['intercom-version']).toBe('2.14');
    expect((await run(['call', NEW, 'query=x', '--dry-run'], env)).stderr).toContain('there is no tool');
    const other = await run(['call', NEW, 'query=x', '--dry-run', '--api-version', '2.16'], env);
    expect(JSON.parse(other.stdout).headers['intercom-version']).toBe('2.16');
  });
});
