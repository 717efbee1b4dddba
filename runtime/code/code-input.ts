import { readBoolean } from '../input/scalar-value.ts';
import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';

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

/** Reads the arguments of a call that runs a program; throws {@link InputError} where there is none. */
export function readCodeInput(raw: unknown): CodeInput {
  const given = typeof raw === 'string' ? { code: raw } : isRecord(raw) ? raw : {};
  const inner = isRecord(given.arguments) ? given.arguments : given;
  const code = ALIASES.map((key) => inner[key]).find((value) => typeof value === 'string');
  if (typeof code !== 'string' || code.trim() === '')
    throw new InputError(
      [{ argument: 'code', message: 'must be the text of a program' }],
      'Call again with { "code": "…" }.',
    );
  const { dry_run: dry, confirmation_token: token } = inner;
  const dryRun = dry === undefined || dry === null ? false : readBoolean(dry);
  if (dryRun === undefined)
    throw new InputError([{ argument: 'dry_run', message: 'must be true or false; the program was not run' }]);
  return { code, dryRun, confirmationToken: typeof token === 'string' ? token : undefined };
}
