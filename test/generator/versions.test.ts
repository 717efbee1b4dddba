import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldersOf } from '../../cli/start/intercom-folders.ts';
import { build } from '../../generator/generate.ts';
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

/** What the project's own strict settings say of files that exist only in memory. */
function problemsOf(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile: read, directoryExists, getSourceFile } = host;
  const folders = [...files.keys()].map((file) => file.slice(0, file.lastIndexOf('/')));
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? read(file);
  host.directoryExists = (folder) =>
    folders.some((known) => known.startsWith(folder)) || (directoryExists?.(folder) ?? true);
  host.getSourceFile = (file, target, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, target, ...rest) : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram(
    [...files.keys()].filter((file) => file.endsWith('.ts')),
    options,
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file ? relative(root, file.fileName) : ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

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
    });
  };

  test.each([
    ['2.14', { tools: 150, absent: 20 }],
    ['2.15', { tools: 162, absent: 15 }],
    ['2.16', { tools: 231, absent: 0 }],
  ])('%s generates and has no type error', { timeout: 180_000 }, async (version, want) => {
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
    if (want.absent === 0) expect(diagnostics).toEqual([]);
    else expect(absent.length).toBeGreaterThan(want.absent);

    const placed = [...files].map(
      ([name, text]) => [join(root, 'generated', `version-${version}`, name), text] as const,
    );
    expect(problemsOf(new Map(placed))).toEqual([]);

    const { out } = foldersOf(version);
    const drifted = [];
    for (const [name, text] of files) if ((await readFile(join(root, out, name), 'utf8')) !== text) drifted.push(name);
    expect(drifted, 'run `npm run generate`').toEqual([]);
  });

  test('a type error in an emitted file would be seen', { timeout: 60_000 }, () => {
    const file = join(root, 'generated/version-0/tools/x.ts');
    const text = "import type { Tool } from '../../../runtime/tool/tool.ts';\nexport const x: Tool = { name: 1 };\n";
    expect(problemsOf(new Map([[file, text]])).join()).toMatch(/^generated\/version-0\/tools\/x\.ts: Type /);
  });
});
