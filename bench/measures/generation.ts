import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compileProject } from '../contestants/compile-project.ts';
import type { Prepared } from '../contestants/contestant.ts';
import { type Command, mustRun, type Ran } from '../support/run-program.ts';
import type { Figures } from './figures.ts';
import type { MetricName } from './metrics.ts';

type Named = Prepared & { readonly name: string };

/** Makes the tools in an empty folder, and again in the same; adds what each took. */
export async function measureGeneration(
  { name, folder, generate, generateContract }: Named,
  figures: Figures<MetricName>,
): Promise<void> {
  if (generate !== undefined) {
    const { first, again } = await generateTwice(folder, generate);
    figures.add(name, 'generation', first.wall / 1000);
    figures.add(name, 'generationCpu', first.cpu / 1000);
    figures.add(name, 'generationMemory', first.peak);
    figures.add(name, 'unchanged', again.wall / 1000);
    figures.add(name, 'unchangedCpu', again.cpu / 1000);
  }
  if (generateContract === undefined) return;
  const { first, again } = await generateTwice(folder, generateContract);
  figures.add(name, 'contract', first.wall / 1000);
  figures.add(name, 'contractCpu', first.cpu / 1000);
  figures.add(name, 'contractMemory', first.peak);
  figures.add(name, 'contractUnchanged', again.wall / 1000);
  figures.add(name, 'contractUnchangedCpu', again.cpu / 1000);
}

async function generateTwice(
  project: string,
  generate: (output: string) => Command | Promise<Command>,
): Promise<{ first: Ran; again: Ran }> {
  // Beside the packages, as in a project: what is generated is checked against them.
  const folder = await mkdtemp(join(project, 'generation-'));
  try {
    const output = join(folder, 'made');
    return { first: await mustRun(await generate(output)), again: await mustRun(await generate(output)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Checks the types of what was generated, and of a project that uses it, which is the same unless there is one of its own. */
export async function measureTypes({ name, project, consumer }: Named, figures: Figures<MetricName>): Promise<void> {
  const checked = project && (await compileProject(project, '--noEmit'));
  if (checked) figures.add(name, 'typeErrors', checked.stdout.match(/error TS\d+/g)?.length ?? 0);
  const used = consumer ? await compileProject(consumer, '--noEmit') : checked;
  if (!used) return;
  if (consumer && used.code !== 0) throw new Error(`what uses it has errors: ${used.stdout.slice(0, 200)}`);
  figures.add(name, 'typeCheck', used.wall / 1000);
}
