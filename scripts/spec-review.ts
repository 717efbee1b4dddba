// What the scheduled workflow runs: `npm run spec:review` imports the newest description, regenerates, and writes the text of
// a pull request into spec-review/. `-- --from FILE` reviews a description that is at hand, `-- --api-version 2.15` another version,
// `-- --test` runs the tests as well.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foldersOf } from '../cli/start/intercom-folders.ts';
import { NotImported, reviewSpec } from './spec-review/review-spec.ts';
import { runIn } from './spec-review/run-program.ts';
import { updateArguments } from './spec-review/update-arguments.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const {
  from = '',
  'api-version': apiVersion = '',
  test = false,
} = parseArgs({
  options: { from: { type: 'string' }, 'api-version': { type: 'string' }, test: { type: 'boolean' } },
}).values;
const source = from === '' || URL.canParse(from) ? from : resolve(from);
process.chdir(root);
try {
  const { changed, failed } = await reviewSpec({
    update: updateArguments({ from: source, apiVersion }),
    // The versions share the overlays, which may have been changed.
    generate: ['--all-versions'],
    contract: `${foldersOf(apiVersion || undefined).spec}/contract.json`,
    out: 'spec-review',
    test,
    run: runIn(root),
  });
  console.log(
    changed ? 'The pull request is in spec-review/: title.txt, label.txt, body.md.' : 'There is nothing to review.',
  );
  if (failed !== undefined) console.log(`${failed} failed: the text says how.`);
} catch (error) {
  if (!(error instanceof NotImported)) throw error;
  console.error('The description was not imported, and nothing was changed: see above.');
  process.exitCode = 1;
}
