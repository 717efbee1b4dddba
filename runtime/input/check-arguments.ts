import { objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { checkCases } from './check-cases.ts';
import { inputError } from './describe-issue.ts';

/** A tool's input as its schema and one of {@link Tool.cases} want it; throws {@link InputError} with a line per problem. */
export function checkArguments(tool: Pick<Tool, 'cases' | 'input'>, input: unknown): Record<string, unknown> {
  const schema = objectSchema(tool);
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw inputError(parsed.error.issues, { input, schema });
  const problems = checkCases(tool.cases, parsed.data);
  if (problems.length > 0) throw new InputError(problems);
  return parsed.data;
}
