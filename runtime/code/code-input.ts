import * as z from 'zod';
import { parseContainer } from '../input/json-value.ts';
import { openArguments } from '../input/open-arguments.ts';
import { readBoolean } from '../input/scalar-value.ts';
import { InputError } from '../value/errors.ts';

/** The tools that run programs: of one that only reads, and of one that also writes. */
export const CODE_RUNNERS = { read: 'run_read_code', write: 'run_code' } as const;

/** What a call that runs a program brings. */
export interface CodeInput {
  readonly code: string;
  readonly dryRun: boolean;
  readonly confirmationToken: string | undefined;
}

/** What models call the program as well. */
const ALIASES = ['code', 'program', 'script', 'source', 'javascript', 'typescript'] as const;

/** What a program's runner takes, as far as clients may have put it into something else. */
const ARGUMENTS = {
  shape: Object.fromEntries([...ALIASES, 'dry_run', 'confirmation_token'].map((key) => [key, z.unknown()])),
};

/** Where only what surrounds the arguments is repaired, nothing is left to tell. */
const UNTOLD = { repair: () => undefined };

/** Reads the arguments of a call that runs a program, or the program by itself; throws {@link InputError} where there is none. */
export function readCodeInput(raw: unknown): CodeInput {
  const isProgram = typeof raw === 'string' && parseContainer(raw) === undefined;
  const given = isProgram ? { code: raw } : openArguments(ARGUMENTS, raw, UNTOLD);
  const code = ALIASES.map((key) => given[key]).find((value) => typeof value === 'string');
  if (typeof code !== 'string' || code.trim() === '')
    throw new InputError(
      [{ argument: 'code', message: 'must be the text of a program' }],
      'Call again with { "code": "…" }.',
    );
  const { dry_run: dry, confirmation_token: token } = given;
  const dryRun = dry === undefined || dry === null ? false : readBoolean(dry);
  if (dryRun === undefined)
    throw new InputError([{ argument: 'dry_run', message: 'must be true or false; the program was not run' }]);
  return { code, dryRun, confirmationToken: typeof token === 'string' ? token : undefined };
}
