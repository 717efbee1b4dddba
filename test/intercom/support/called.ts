import type { ErrorSituation } from '../../../runtime/profile/advice.ts';

/** The call of a tool that an error answers. */
export function called(tool: string, given: Readonly<Record<string, unknown>> = {}): Pick<ErrorSituation, 'call'> {
  return { call: { tool, arguments: given } };
}
