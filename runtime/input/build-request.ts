import { PathError } from '../tool/path.ts';
import type { Tool, ToolRequest } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { own } from '../value/value.ts';

/** The HTTP request for a validated input; an unsafe path value becomes an {@link InputError} that names its argument. */
export function buildRequest(tool: Pick<Tool, 'request'>, input: Readonly<Record<string, unknown>>): ToolRequest {
  try {
    return tool.request(input);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new InputError([{ argument: refusedArgument(tool, input, error), message: error.message }]);
  }
}

/** The argument whose value a path refused; where several have this value, the one without which the path gets further. */
function refusedArgument(
  tool: Pick<Tool, 'request'>,
  input: Readonly<Record<string, unknown>>,
  { value, index }: PathError,
): string {
  const names = Object.keys(input).filter((name) => Object.is(own(input, name), value));
  if (names.length < 2) return names[0] ?? '';
  const getsFurther = (name: string): boolean => {
    try {
      tool.request({ ...input, [name]: '1' });
      return true;
    } catch (error) {
      return error instanceof PathError && error.index > index;
    }
  };
  return names.find(getsFurther) ?? '';
}
