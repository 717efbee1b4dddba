import {
  type CallToolResult,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
} from '@modelcontextprotocol/server';
import type { DryRun } from '../http/dry-run.ts';
import type { Tool } from '../tool/tool.ts';
import type { Elicitation } from './call-context.ts';
import { CONFIRMATION_MINUTES, type Confirmer } from './confirmer.ts';

/** Which calls somebody has to agree to before they are made. */
export type Confirm = 'never' | 'destructive' | 'write';

/** Whether a call of this tool has to be agreed to. */
export function needsConfirmation({ access, destructive }: Pick<Tool, 'access' | 'destructive'>, confirm: Confirm) {
  return confirm === 'write' ? access === 'write' : confirm === 'destructive' && destructive;
}

/** A call, the request that it would send, and what was brought along to show that somebody agreed. */
export interface Confirmation {
  readonly tool: Pick<Tool, 'name' | 'title'>;
  readonly args: unknown;
  readonly request: DryRun;
  readonly confirmationToken: string | undefined;
  readonly elicitation: Elicitation | undefined;
}

/**
 * Undefined where somebody agreed to the call; else what to answer instead of making it: a question to the client's
 * user, or where the client cannot ask one a token for the model to come back with.
 */
export async function confirmCall(
  { tool, args, request, confirmationToken, elicitation }: Confirmation,
  confirmer: Confirmer,
): Promise<CallToolResult | InputRequiredResult | undefined> {
  const call = { tool: tool.name, args };
  if (confirmationToken !== undefined) {
    return (await confirmer.redeem(confirmationToken, call)) ? undefined : text(BAD_TOKEN, true);
  }
  if (elicitation === undefined) return text(twoSteps(tool, request, await confirmer.mint(call)), false);
  const answer = inputResponse(elicitation.responses, QUESTION);
  const called = elicitation.state !== undefined && answer.kind === 'elicit';
  // An answer without our state could be to another question: ask again.
  if (called && (await confirmer.redeem(elicitation.state ?? '', call))) {
    return answer.action === 'accept' && answer.content?.confirm === true ? undefined : text(DECLINED, true);
  }
  const question = inputRequired.elicit({ message: describe(tool, request), requestedSchema: YES_OR_NO });
  return inputRequired({ inputRequests: { [QUESTION]: question }, requestState: await confirmer.mint(call) });
}

const QUESTION = 'confirm';
const YES_OR_NO = {
  type: 'object' as const,
  properties: { [QUESTION]: { type: 'boolean' as const, title: 'Do it', default: false } },
  required: [QUESTION],
};

const BAD_TOKEN =
  'Nothing was done: call again without confirmation_token to get a new one.\nThe token is for other arguments, is older than ' +
  `${CONFIRMATION_MINUTES} minutes, or was used before.`;
const DECLINED = 'Nothing was done: the user said no. Do not call again unless the user asks for it.';

function twoSteps(tool: Pick<Tool, 'name' | 'title'>, request: DryRun, token: string): string {
  return [
    'Nothing was done yet: this call needs the consent of the user. It would do this:',
    describe(tool, request),
    `Ask the user. After a yes, call ${tool.name} again with the same arguments and this one (once, within ${CONFIRMATION_MINUTES} minutes):`,
    JSON.stringify({ confirmation_token: token }),
  ].join('\n');
}

/** Characters of a body that a question shows. */
const SHOWN = 1500;

function describe({ name, title }: Pick<Tool, 'name' | 'title'>, { method, url, body }: DryRun): string {
  const json = JSON.stringify(body) ?? '';
  const cut = json.length > SHOWN ? `${json.slice(0, SHOWN)}… (${json.length} characters)` : json;
  return [`${title} (${name})`, `${method} ${url}`, cut].filter(Boolean).join('\n');
}

function text(content: string, isError: boolean): CallToolResult {
  return { content: [{ type: 'text', text: content }], ...(isError && { isError }) };
}
