import { relative } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { InitReport } from '../../generator/init-project.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';
import { showStages } from '../output/progress.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** `intercom-mcp init`: a project of another API's tools, from its description. */
export function init(): CommandUnknownOpts {
  return subcommand('init')
    .description("make a project of another API's tools from its OpenAPI description")
    .argument('[folder]', 'a new or empty folder; called as the API is unless given')
    .requiredOption('--spec <file|url>', 'the description')
    .option('--name <name>', 'short name of the API, a part of every tool name; made of its title unless given')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp init --spec openapi.yaml',
        'intercom-mcp init helpdesk --spec https://helpdesk.example/openapi.json --name helpdesk',
      ),
    )
    .action(async (folder, { spec, name, json }) => {
      if (name !== undefined && !/^[a-z][a-z0-9_]*$/.test(name))
        throw new InputError([
          { argument: '--name', message: `${JSON.stringify(name)} is not made of lower-case letters, digits and _` },
        ]);
      const { initProject } = await loadGenerator();
      const report = await showStages((onStage) =>
        initProject({ spec, onStage, ...(folder !== undefined && { folder }), ...(name !== undefined && { name }) }),
      );
      if (json) printJson(report, json);
      else console.log(initLines(report));
    });
}

/** Texts that are still to be written: no fault of the description, and `intercom-mcp words` has them all. */
const WORDS = new Set(['WORDS_MISSING', 'FIELD_WORDS_MISSING']);

/** Diagnostics of one code that a terminal is told in full. */
const MOST_OF_A_CODE = 3;

function initLines({ title, folder, files, tools, tokens, variables, diagnostics }: InitReport): string {
  const place = relative(process.cwd(), folder) || '.';
  const head = `${title}: ${tools} tools in ${place}, ${tokens} tokens to list them all.`;
  const found = Map.groupBy(
    diagnostics.filter(({ severity, code }) => severity !== 'info' && !WORDS.has(code)),
    ({ code }) => code,
  );
  const problems = [...found].flatMap(([code, all]) => [
    ...all
      .slice(0, MOST_OF_A_CODE)
      .map(
        ({ message, pointer }) => `${paint(process.stdout, 'yellow', code)}  ${message}${pointer && `  ${pointer}`}`,
      ),
    ...(all.length > MOST_OF_A_CODE ? [`${code}  and ${all.length - MOST_OF_A_CODE} more`] : []),
  ]);
  const wordless = diagnostics.filter(({ code }) => WORDS.has(code)).length;
  const steps = [
    ...(place === '.' ? [] : [`cd ${place}`]),
    'npm install',
    ...variables.map((variable) => `export ${variable}=…`),
    'npx intercom-mcp install --client claude-code --api .',
  ];
  return [
    paint(process.stdout, 'bold', head),
    ...(problems.length > 0 ? ['', ...problems] : []),
    ...(wordless > 0
      ? ['', `Without words: ${wordless} tools and arguments. \`npx intercom-mcp words\` lists them.`]
      : []),
    '',
    'Yours to go on with:',
    ...files.map((file) => `  ${file}`),
    '',
    'Next:',
    ...steps.map((step) => `  ${step}`),
  ].join('\n');
}
