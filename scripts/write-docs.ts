// What of the documentation follows from something else: `npm run docs:write` writes docs/tools.md, the commands of docs/cli.md, llms.txt, and behind each title of
// docs/README.md the first sentence of the page. A test holds all of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCommands } from './docs/cli-commands.ts';
import { llmsText } from './docs/llms-text.ts';
import { docsFolder, readContents, root, withSentences } from './docs/read-contents.ts';
import { toolsPage } from './docs/tools-page.ts';

writeFileSync(join(docsFolder, 'tools.md'), toolsPage());
const commandLine = join(docsFolder, 'cli.md');
writeFileSync(commandLine, withCommands(readFileSync(commandLine, 'utf8')));
const groups = readContents();
const contents = join(docsFolder, 'README.md');
writeFileSync(contents, withSentences(readFileSync(contents, 'utf8'), groups));
writeFileSync(
  join(root, 'llms.txt'),
  llmsText(groups, (path) => `docs/${path}`),
);
