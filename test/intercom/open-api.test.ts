import { beforeAll, describe, expect, test } from 'vitest';
import * as newest from '../../generated/intercom/facts.ts';
import * as facts14 from '../../generated/intercom-2.14/facts.ts';
import * as facts15 from '../../generated/intercom-2.15/facts.ts';
import { openApi, otherVersionNote, TOOL_VERSIONS, toolVersionFor } from '../../intercom/open-api.ts';
import { pageOfTool } from '../../intercom/reference.ts';
import { intercomWords } from '../../intercom/words.ts';
import type { Api } from '../../runtime/catalog/api.ts';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import { servedTools } from '../../runtime/mcp/served-tools.ts';

test.each([
  ['2.14', '2.14'],
  ['2.15', '2.15'],
  ['2.16', '2.16'],
  ['2.13', '2.14'],
  ['2.9', '2.14'],
  ['1.4', '2.14'],
  ['2.17', '2.16'],
  ['2.100', '2.16'],
  ['3.0', '2.16'],
  ['Preview', '2.16'],
  ['constructor', '2.16'],
])('%s is served with the tools of %s', async (version, tools) => {
  expect(toolVersionFor(version)).toBe(tools);
  expect((await openApi(version)).apiVersion).toBe(tools);
  const note = otherVersionNote(version);
  if (version === tools) expect(note).toBeUndefined();
  else
    expect(note).toBe(
      `There are no tools of version ${version} of Intercom's API: those of ${tools} are used, and ask for ${version}.`,
    );
});

test.each(TOOL_VERSIONS)(
  'the digest that is generated with the tools of %s is what theirs comes to',
  async (version) => {
    const { catalog } = await openApi(version);
    // A copy: what is generated is remembered for the list itself.
    expect(catalogDigest([...catalog])).toBe(catalogDigest(catalog));
  },
);

describe.each(['2.14', '2.15'])('the tools of %s', (version) => {
  let old: Api;
  let last: Api;
  beforeAll(async () => {
    [old, last] = await Promise.all([openApi(version), openApi()]);
  });

  test('ask for it', () => {
    expect(old.profile.connection.version).toEqual({ header: 'Intercom-Version', value: version });
    expect(last.profile.connection.version?.value).toBe(TOOL_VERSIONS.at(-1));
  });

  test('have the names, exports and modules of the newest version for the operations that both have', () => {
    const byOperation = new Map(last.catalog.map((entry) => [`${entry.method} ${entry.path}`, entry]));
    const shared = old.catalog.flatMap((entry) => {
      const other = byOperation.get(`${entry.method} ${entry.path}`);
      return other === undefined ? [] : [[entry, other] as const];
    });
    expect(shared.length).toBeGreaterThan(140);
    const idOf = ({ name, function: exported, module, access }: (typeof old.catalog)[number]) => [
      name,
      exported,
      module,
      access,
    ];
    for (const [entry, other] of shared) expect(idOf(entry)).toEqual(idOf(other));
  });

  test('can all be loaded, and are those of its own folder', async () => {
    for (const { name, method, path } of old.catalog) {
      const tool = await old.loadTool(name);
      expect(tool, name).toMatchObject({ name, method });
      expect(path).toMatch(/^\//);
    }
    expect(await old.loadTool('list_all_intercom_content_search')).toBeUndefined();
    expect(await old.loadTool('list_all_intercom_tags')).not.toBe(await last.loadTool('list_all_intercom_tags'));
    const page = await pageOfTool('list_all_intercom_tags', old);
    expect(page?.import.line).toBe(`import { listTags } from 'intercom-mcp-toolkit/intercom-${version}/tools/tags'`);
  });

  test('name no tool that it lacks, in their own words or in those of a server', async () => {
    const own = new Set(old.catalog.map(({ name }) => name));
    const missing = last.catalog.map(({ name }) => name).filter((name) => !own.has(name));
    expect(missing.length).toBeGreaterThan(60);
    const named = (text: string) => missing.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    expect(named(JSON.stringify(old.catalog))).toEqual([]);
    expect(named(JSON.stringify(last.catalog))).not.toEqual([]);
    // A hint of the profile that names a tool of the newest version.
    const hint = 'Find content with list_all_intercom_content_search. It may be gone.';
    expect(servedTools(last).words(hint)).toBe(hint);
    expect(servedTools(old).words(hint)).toBe('It may be gone.');
  });

  test('have their answers as types', async () => {
    const { answers } = await old.answerTypes();
    expect(Object.keys(answers).toSorted()).toEqual(old.catalog.map(({ name }) => name).toSorted());
  });

  test('have sayings, by which the search finds them and the audit log knows their names', () => {
    expect(old.catalog.filter(({ name }) => !Object.hasOwn(intercomWords.sayings, name))).toEqual([]);
  });
});

test('clients of every version read times and go to addresses by the facts of the newest, which hold for all', () => {
  for (const { timeKeys, servers, apiTitle } of [facts14, facts15]) {
    expect(timeKeys.filter((key) => !newest.timeKeys.includes(key))).toEqual([]);
    expect({ servers, apiTitle }).toEqual({ servers: newest.servers, apiTitle: newest.apiTitle });
  }
});
