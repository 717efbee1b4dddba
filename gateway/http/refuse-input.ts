import { type Hook, z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { inputError } from '../../runtime/input/describe-issue.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { exceeds } from '../../runtime/value/exceeds.ts';
import { toProblem } from '../problem/problem.ts';

/** Throws a {@link Problem} for a request that does not fit its route: what is wrong, where, and what stands there. */
export const refuseInput: Hook<unknown, Env, string, void> = (result) => {
  if (result.success) return;
  // The validator passes the input beside the error, which its type leaves out.
  const { data } = result as { data?: unknown };
  if (exceeds(data, { levels: DEEPEST })) {
    const problems = [{ argument: '', message: `the input is nested more than ${DEEPEST} levels deep` }];
    throw toProblem(new InputError(problems, HELP));
  }
  throw toProblem(inputError(result.error.issues, { input: withoutSecrets(data), schema: NO_NAMES }, HELP));
};

/** Levels of an input that is read on to say what is wrong with it. */
const DEEPEST = 50;

const HELP = 'GET /openapi.json describes what is allowed.';

const NO_NAMES = z.object({});

/** Fields that hold tokens. */
const SECRETS: ReadonlySet<string> = new Set(['access_token', 'credential', 'key', 'code']);

/** A refused input is quoted in the answer, and a token must not be. */
function withoutSecrets(input: unknown): unknown {
  if (input === undefined) return undefined;
  return JSON.parse(JSON.stringify(input, (key, value: unknown) => (SECRETS.has(key) ? '(hidden)' : value)));
}
