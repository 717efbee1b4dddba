import { commandsOf, ownArguments, type ShellCommand } from './commands-of.ts';
import { type Block, blocksOf, pages } from './pages.ts';

/** A command that a page shows, with the arguments of this project's own where it is that, or starts it. */
export interface ShownCommand extends ShellCommand {
  readonly args: readonly string[] | undefined;
}

/** Lines that are not read, by a part of theirs: they write where only root may. */
const notRead = ['> /etc/intercom-mcp-gateway'];

/** Every command of every page, in blocks and within sentences. */
export const shownCommands: readonly ShownCommand[] = [...blocksOf('sh'), ...inlineCommands()]
  .filter(({ text }) => !notRead.some((part) => text.includes(part)))
  .flatMap(commandsOf)
  .map((command) => ({ ...command, args: ownArguments(command.words) }));

/** Whole commands within sentences and tables, each as a block of its own. */
function inlineCommands(): readonly Block[] {
  return [...pages].flatMap(([page, text]) => {
    const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, (block) => block.replaceAll(/[^\n]/g, ''));
    return [...prose.matchAll(/`([^`\n]*npx -y intercom-mcp-toolkit [^`…]+)`/g)].map(({ index, 1: line = '' }) => {
      return { page, line: prose.slice(0, index).split('\n').length, language: 'sh', note: '', text: `${line}\n` };
    });
  });
}
