import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { cutBody, type Failure, pullRequestOf } from './pull-request.ts';
import type { Run } from './run-program.ts';

/** What is reviewed, and where to. */
export interface ReviewOptions {
  /** Arguments of `spec update`: where the description comes from, where its facts go. */
  readonly update: readonly string[];
  /** Arguments of `generate`. */
  readonly generate?: readonly string[];
  /** The contract that `spec update` writes. */
  readonly contract: string;
  /** Folder of what is written about it; emptied before. */
  readonly out: string;
  /** Runs the tests as well. */
  readonly test: boolean;
  readonly run: Run;
}

/** What a review came to. */
export interface Review {
  /** Whether there is anything to open a pull request for. */
  readonly changed: boolean;
  /** The step that failed, after which none was taken: the pull request is a draft then. */
  readonly failed?: string;
}

/** The description was not imported: there is nothing to review, and nothing was changed. */
export class NotImported extends Error {
  override readonly name = 'NotImported';
}

/** Of a report what is counted; it was written by the command a moment ago. */
const report = z.object({
  to: z.string(),
  counts: z.object({
    'breaking for models': z.int(),
    'breaking for importers': z.int(),
    compatible: z.int(),
    cosmetic: z.int(),
  }),
  changes: z.array(z.unknown()),
  todos: z.array(z.object({ certain: z.boolean() })),
});

/**
 * Imports the newest description, regenerates what follows from it, and writes into `out` what a pull request says: `title.txt`,
 * `label.txt`, `body.md`, and the whole of it in `report.md` and `report.json`; `review.json` has the {@link Review}. A later step that
 * fails is a part of the review. Throws {@link NotImported} where the first one does.
 */
export async function reviewSpec({ update, generate = [], contract, out, test, run }: ReviewOptions): Promise<Review> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const file = (name: string): string => join(out, name);
  const before = await readIfThere(contract);
  const reports = ['report.md', 'report.json'].flatMap((name) => ['--report', file(name)]);
  const imported = await run('node', [COMMAND, 'spec', 'update', ...reports, ...update]);
  if (!imported.isDone) throw new NotImported(imported.said);

  const found = report.parse(JSON.parse(await readFile(file('report.json'), 'utf8')));
  const isSame = before === (await readIfThere(contract));
  if (isSame && found.changes.length === 0 && found.todos.length === 0) return write({ changed: false });

  const failure = await firstFailure(stepsOf(generate, test), run);
  const { title, label, body } = pullRequestOf(found, await readFile(file('report.md'), 'utf8'), failure);
  await writeFile(file('title.txt'), `${title}\n`);
  await writeFile(file('label.txt'), `${label}\n`);
  await writeFile(file('report.md'), `${body}\n`);
  await writeFile(file('body.md'), cutBody(`${body}\n`));
  return write({ changed: true, ...(failure && { failed: failure.step }) });

  async function write(review: Review): Promise<Review> {
    await writeFile(file('review.json'), `${JSON.stringify(review)}\n`);
    return review;
  }
}

const COMMAND = 'cli/main.ts';

type Step = readonly [name: string, program: string, ...args: string[]];

function stepsOf(generate: readonly string[], test: boolean): readonly Step[] {
  const tests: Step = ['npm test', 'npm', 'test'];
  return [
    ['npm run generate', 'node', COMMAND, 'generate', ...generate],
    ['npm run docs:write', 'node', 'scripts/write-docs.ts'],
    ...(test ? [tests] : []),
  ];
}

/** Takes steps up to one that fails: what comes after it would fail for its sake. */
async function firstFailure(steps: readonly Step[], run: Run): Promise<Failure | undefined> {
  for (const [step, program, ...args] of steps) {
    const { isDone, said } = await run(program, args);
    if (!isDone) return { step, said };
  }
  return undefined;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
