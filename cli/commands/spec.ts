import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { subcommand } from '../options/subcommand.ts';
import { specUpdate } from './spec-update.ts';

/** `intercom-mcp spec` and what it has below. */
export function spec(): CommandUnknownOpts {
  return subcommand('spec').description("work with Intercom's official description").addCommand(specUpdate());
}
