// The command as few files: `node scripts/command.ts` builds it into dist/cli, beside the modules that tsdown built.
import { fileURLToPath } from 'node:url';
import { buildCommand } from './command/build-command.ts';

await buildCommand(fileURLToPath(new URL('../dist', import.meta.url)));
