// Asks the registry for known holes in the packages that users install: `node scripts/audit-packages.ts`. Ends with 1 where
// one is severe, and says so where the registry does not answer such questions.
import { spawnSync } from 'node:child_process';
import { verdictOf } from './audit/verdict-of.ts';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
const { isSevere, says } = verdictOf(stdout);
console.log(says);
if (isSevere) process.exitCode = 1;
