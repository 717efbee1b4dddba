import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultScratch } from '../contestants/scratch.ts';

/** How a comparison is told on the command line. */
export const HELP = `usage: npm run bench -- [options]
  --quick                fewer starts and calls, in less than two minutes once all is installed and built
  --only NAME,...        these contestants alone (beside the baseline): NAMES
  --measure NAME,...     these measurements alone: MEASURES
  --package [NAME=]FILE[,FILE]
                         another build of ours beside this one: the folder of an installed package, or a tarball, and the same of its
                         generator where that is measured too; may be given again
  --description FILE     the description that tools are made of, such as Intercom's official one; the contract in specs/intercom unless given
                         (or BENCH_DESCRIPTION)
  --scratch FOLDER       where neighbours are installed; a folder of the user's cache unless given
  --json FILE            writes every sample
  --markdown FILE        puts the tables between the marks of a page, such as docs/benchmarks.md`;

/** Kinds of measurements, each with contestants of its own or with all. */
export const measureNames = ['start', 'lists', 'generation', 'results', 'size', 'http'] as const;
export type MeasureName = (typeof measureNames)[number];

/** What is asked of a comparison. */
export interface CompareOptions {
  readonly quick: boolean;
  readonly only: readonly string[] | undefined;
  readonly measures: readonly MeasureName[];
  readonly packages: readonly string[];
  readonly description: string;
  readonly scratch: string;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

/** Reads the command line; throws with what is wrong with it. */
export function readOptions(
  args: readonly string[],
  contestants: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): CompareOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      measure: { type: 'string' },
      package: { type: 'string', multiple: true, default: [] },
      description: { type: 'string' },
      scratch: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    },
  });
  const description = resolve(
    values.description ??
      (env.BENCH_DESCRIPTION || fileURLToPath(new URL('../../specs/intercom/contract.json', import.meta.url))),
  );
  if (!existsSync(description)) throw new Error(`--description ${description}: there is no such file`);
  return {
    quick: values.quick,
    only: values.only === undefined ? undefined : chosen('--only', values.only, contestants),
    measures: values.measure === undefined ? measureNames : chosen('--measure', values.measure, measureNames),
    packages: values.package,
    description,
    scratch: resolve(values.scratch ?? defaultScratch(env)),
    ...{ json: values.json, markdown: values.markdown },
  };
}

function chosen<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((name) => {
    const found = known.find((one) => one === name.trim());
    if (found === undefined) throw new Error(`${option} ${name.trim()}: it is one of ${known.join(', ')}`);
    return found;
  });
}
