import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldersOf } from '../../cli/start/intercom-folders.ts';
import { build } from '../../generator/generate-anew.ts';
import { importDescription } from '../../generator/import/index.ts';
import { stableJson } from '../../generator/json/stable-json.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const specs = new URL('../shared/specs/', new URL('../../', import.meta.url));
const present = existsSync(specs);
if (!present) console.warn(`SKIPPED: ${specs.pathname} is absent, so other versions of the API are not generated here`);

const heroes = [
  'get_single_intercom_conversation_by_id',
  'intercom_conversations_reply',
  'list_all_intercom_articles_search',
  'list_all_intercom_search_contacts',
  'list_all_intercom_search_conversations',
  'update_a_intercom_ticket_by_id',
];

describe.skipIf(!present)('other versions of the official description, with the overlays as they are', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'versions-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const built = async (version: string) => {
    const { contract } = importDescription(await readFile(new URL(`intercom-${version}.yaml`, specs), 'utf8'), version);
    const spec = join(folder, `${version}.json`);
    await writeFile(spec, stableJson(contract));
    return build({
      spec,
      overlays: join(root, 'specs/intercom/overlays'),
      name: 'intercom',
      runtime: '../../../runtime/tool/index.ts',
      runtimeTypes: '../../../runtime/tool/tool.ts',
      out: join(root, foldersOf(version).out),
    });
  };

  test.each([
    ['2.14', { tools: 150, absent: 20 }],
    ['2.15', { tools: 162, absent: 15 }],
    ['2.16', { tools: 231, absent: 0 }],
  ])('%s generates what is committed', { timeout: 180_000 }, async (version, want) => {
    const { files, catalog, diagnostics, version: told } = await built(version);
    expect(told).toBe(version);
    expect(catalog).toHaveLength(want.tools);
    const names = new Set(catalog.map(({ name }) => name));
    expect(names.size).toBe(want.tools);
    expect(heroes.filter((name) => !names.has(name))).toEqual([]);

    // One line a file tells how much of an overlay is for another version; nothing is worse than a warning.
    const absent = diagnostics.filter(({ code }) => code === 'OVERLAY_TARGET_ABSENT');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(absent.map(({ pointer }) => pointer)).size).toBe(absent.length);
    const facts = diagnostics.filter(({ code }) => code === 'OVERLAY_FACT_ABSENT');
    expect(facts.length).toBeLessThan(want.tools / 10);
    expect(absent.every(({ severity }) => severity === 'info')).toBe(true);
    if (want.absent === 0) expect(diagnostics.map(({ code }) => code)).toEqual(['SECURITY_SCHEME']);
    else expect(absent.length).toBeGreaterThan(want.absent);

    // What is committed compiles, or `npm run check` says so; what is generated now is that.
    const { out } = foldersOf(version);
    const drifted = [];
    for (const [name, text] of files) if ((await readFile(join(root, out, name), 'utf8')) !== text) drifted.push(name);
    expect(drifted, 'run `npm run generate`').toEqual([]);
  });
});
