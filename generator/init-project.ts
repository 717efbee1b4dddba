import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { planTools } from './build/plan-tools.ts';
import type { Diagnostic } from './diagnostics/diagnostics.ts';
import { fail } from './diagnostics/fail.ts';
import { generate } from './generate.ts';
import { generatorVersion } from './generator-version.ts';
import { references } from './import/references.ts';
import { connectionOverlay, credentialVariables } from './init/connection-overlay.ts';
import { exampleLine } from './init/example-line.ts';
import { mostUsed } from './init/most-used.ts';
import { projectFiles } from './init/project-files.ts';
import { wordsOverlay } from './init/words-overlay.ts';
import type { JsonObject } from './json/json.ts';
import { isRecord } from './json/json-schema.ts';
import { load } from './load/load.ts';
import { pagingStub } from './paging/paging-stub.ts';
import { parseText } from './source/parse-text.ts';
import { isAddress, readSource } from './source/read-source.ts';
import { snakeCase } from './text/words.ts';
import { writeTogether } from './write/write-together.ts';

/** What a project is made of, and where. */
export interface InitOptions {
  /** File or address of an OpenAPI description. */
  readonly spec: string;
  /** The folder of the project, which is new or empty; called as the API is, in the working directory, unless given. */
  readonly folder?: string;
  /** Short name of the API; made of its title unless given. */
  readonly name?: string;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** The project that was made. */
export interface InitReport {
  readonly name: string;
  readonly title: string;
  /** The whole path of the project's folder. */
  readonly folder: string;
  /** Files that are the user's to go on with, relative to the folder. */
  readonly files: readonly string[];
  readonly tools: number;
  /** Tokens (o200k) of all tools as `tools/list` answers them. */
  readonly tokens: number;
  /** A first call: a tool and its arguments, as `intercom-mcp call` takes them. */
  readonly example: string;
  /** Environment variables of credentials. */
  readonly variables: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How many operations get a place for words of their own. */
const MOST_WORDS = 20;

/**
 * Makes a project of an OpenAPI description: its tools, what was found out about the API as overlays to review, a config, a test
 * and a README. All of it is there at the end, or nothing. Throws {@link DiagnosticError}.
 */
export async function initProject({
  spec,
  folder: wanted,
  name: given,
  onStage = () => {},
}: InitOptions): Promise<InitReport> {
  onStage('load');
  const { text, upstream } = await readSource(spec);
  const document = parseText(text, spec).value;
  const title = titleOf(document);
  const name = given ?? nameFor(title);
  const folder = resolve(wanted ?? name);
  await refuseFilled(folder);
  const stage = join(dirname(folder), `.${basename(folder)}.${randomUUID()}.tmp`);
  try {
    onStage('plan');
    const loaded = await load(spec, text, []);
    const planned = planTools(loaded, { name, spec, expectWords: false });
    const tools = planned.modules.flatMap((module) => module.tools);
    const used = mostUsed(tools, MOST_WORDS);
    const own = ownFile(document, name, text);
    const { connection } = planned.api;
    const overlays = new Map([
      ['overlays/connection.yaml', connectionOverlay(planned.document, connection)],
      ['overlays/words.yaml', wordsOverlay(used)],
    ]);
    const paging = pagingStub(loaded.document);
    if (paging !== undefined) overlays.set('overlays/paging.yaml', paging);
    await writeAll(stage, new Map([...(own === undefined ? [] : [[own, text] as const]), ...overlays]));
    const out = `generated/${name}`;
    const report = await generate({
      spec: own === undefined ? spec : join(stage, own),
      overlays: join(stage, 'overlays'),
      out: join(stage, out),
      name,
      runtime: 'intercom-mcp-toolkit/tool',
      onStage,
    });
    const facts = {
      ...{ name, title, out, tools: report.tools, tokens: report.tokens },
      origin: upstream,
      spec: own ?? placeOf(spec, folder),
      isCopied: own !== undefined,
      example: exampleLine(used),
      variables: credentialVariables(connection),
      wordCount: used.length,
      hasPaging: paging !== undefined,
      version: generatorVersion,
    };
    const files = projectFiles(facts);
    await writeAll(stage, files);
    await moveInto(stage, folder);
    return {
      ...{ name, title, folder, tools: report.tools, tokens: report.tokens },
      files: [...(own === undefined ? [] : [own]), ...overlays.keys(), ...files.keys()].sort(),
      example: facts.example,
      variables: facts.variables,
      // The packages are installed only when the project is there.
      diagnostics: report.diagnostics.filter(({ code }) => code !== 'RUNTIME_UNRESOLVED'),
    };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

function titleOf({ info }: JsonObject): string {
  const title = isRecord(info) ? info.title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : 'api';
}

/** Longest name of an API that is made of its title: it stands in the name of every tool. */
const LONGEST_NAME = 20;

/** A short name of the title's first words: `Acme Helpdesk API (v2)` is `acme_helpdesk`. */
function nameFor(title: string): string {
  const words = snakeCase(title.replace(/\(.*?\)/g, ''))
    .split('_')
    .filter((word) => word !== '' && !/^(?:the|api|apis|rest|open|openapi|swagger|spec|public|v?\d+)$/.test(word));
  const short = words.reduce((done, word) => {
    const longer = done === '' ? word : `${done}_${word}`;
    return longer.length <= LONGEST_NAME ? longer : done;
  }, '');
  const name = (short || (words[0] ?? '').slice(0, LONGEST_NAME)).replace(/^\d+_?/, '');
  return name === '' ? 'api' : name;
}

/** Where the project keeps the description; nowhere, where it refers to files beside it, which stay with it. */
function ownFile(document: JsonObject, name: string, text: string): string | undefined {
  for (const { ref } of references(document, [])) if (!ref.startsWith('#')) return undefined;
  return `specs/${name}.${/^\s*\{/.test(text) ? 'json' : 'yaml'}`;
}

function placeOf(spec: string, folder: string): string {
  return isAddress(spec) ? spec : relative(folder, resolve(spec));
}

/** What may be in a folder before a project is. */
const HARMLESS = new Set(['.git', '.DS_Store']);

async function refuseFilled(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    throw fail('PROJECT_FOLDER_TAKEN', `${folder} cannot be read as a folder (${String(code)})`);
  });
  const others = entries.filter((entry) => !HARMLESS.has(entry));
  if (others.length === 0) return;
  throw fail('PROJECT_FOLDER_TAKEN', `there is something in ${folder} already: ${others.slice(0, 5).join(', ')}`);
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await writeTogether(new Map([...files].map(([path, text]) => [join(folder, path), text])));
}

/** At once, where the folder is not there or empty; else beside what is harmless, unless another run was faster. */
async function moveInto(stage: string, folder: string): Promise<void> {
  await refuseFilled(folder);
  try {
    await rename(stage, folder);
  } catch {
    await refuseFilled(folder);
    for (const entry of await readdir(stage)) await rename(join(stage, entry), join(folder, entry));
  }
}
