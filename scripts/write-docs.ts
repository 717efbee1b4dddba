// What of the documentation follows from something else: `npm run docs:write` writes docs/tools.md and llms.txt; a test holds both.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsFolder, readContents } from './docs/contents.ts';
import { llmsText } from './docs/llms-text.ts';
import { toolsPage } from './docs/tools-page.ts';

writeFileSync(join(docsFolder, 'tools.md'), toolsPage());
writeFileSync(
  join(docsFolder, '../llms.txt'),
  llmsText(readContents(), (path) => `docs/${path}`),
);
