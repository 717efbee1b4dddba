import { Argument, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { shellScripts, shells } from '../completion/shell-scripts.ts';
import { examples } from '../options/examples.ts';
import { subcommand } from '../options/subcommand.ts';

/** `intercom-mcp completion SHELL`: prints the script by which a shell completes command lines. */
export function completion(): CommandUnknownOpts {
  return subcommand('completion')
    .description('print the script by which a shell completes commands, options, tools, tags and profiles')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      examples(
        'eval "$(intercom-mcp completion bash)"',
        'intercom-mcp completion fish > ~/.config/fish/completions/intercom-mcp.fish',
        'intercom-mcp completion powershell | Out-String | Invoke-Expression',
      ),
    )
    .action((shell) => {
      const script = Object.entries(shellScripts).find(([name]) => name === shell)?.[1];
      process.stdout.write(script ?? '');
    });
}

/** `intercom-mcp complete -- WORDS`: what those scripts ask; prints a candidate a line. */
export function completer(root: () => CommandUnknownOpts): CommandUnknownOpts {
  return subcommand('complete')
    .description('what the script of a shell asks')
    .argument('[words...]')
    .option('--empty', 'the word at the cursor is empty, and the shell cannot say so')
    .allowUnknownOption()
    .action(async (words, { empty }) => {
      const [{ complete }, { sources }] = await Promise.all([
        import('../completion/complete.ts'),
        import('../completion/sources.ts'),
      ]);
      const found = await complete(root(), empty ? [...words, ''] : words, sources);
      const lines = found.map(({ value, description = '' }) => `${value}\t${description.split('\n')[0] ?? ''}\n`);
      process.stdout.write(lines.join(''));
    });
}
