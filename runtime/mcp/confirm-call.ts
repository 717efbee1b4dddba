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
import { describeCall } from './describe-call.ts';

/** Which calls somebody has to agree to before they are made. */
export type Confirm = 'never' | 'destructive' | 'write';

/** Whether a call of this tool has to be agreed to. */
export function needsConfirmation({ access, destructive }: Pick<Tool, 'access' | 'destructive'>, confirm: Confirm) {
  return confirm === 'write' ? access === 'write' : confirm === 'destructive' && destructive;
}

/** A call, the request that it would send, and what was brought along to show that somebody agreed. */
export interface Confirmation {
  readonly tool: Pick<Tool, 'name' | 'title'>;
  /** Where it goes. */
  readonly place?: string | undefined;
  readonly args: unknown;
  readonly request: DryRun;
  /** Who or what ids in the arguments are, a line each; and the ids that names in them became: whoever agrees, agrees to those. */
  readonly names?: readonly string[] | undefined;
  readonly became?: Readonly<Record<string, string>> | undefined;
  readonly confirmationToken: string | undefined;
  readonly elicitation: Elicitation | undefined;
}

/** As {@link askConsent}, for one call. */
export async function confirmCall(
  { tool, place, args, request, names, became, ...brought }: Confirmation,
  confirmer: Confirmer,
): Promise<CallToolResult | InputRequiredResult | undefined> {
  const call = { tool: tool.name, args: became === undefined ? args : { args, became } };
  return askConsent(
    { call, describe: () => describeCall({ ...tool, place }, args, { request, names }), ...brought },
    confirmer,
  );
}

/** Something that somebody has to agree to, and what was brought along to show that somebody did. */
export interface Consent extends Pick<Confirmation, 'confirmationToken' | 'elicitation'> {
  /** The call that is made again, and all that is agreed to. */
  readonly call: { readonly tool: string; readonly args: unknown };
  /** What would be done, for a person. */
  readonly describe: () => Promise<string>;
}

/**
 * Undefined where somebody agreed; else what to answer instead of doing it: a question to the client's
 * user, or where the client cannot ask one a token for the model to come back with.
 */
export async function askConsent(
  { call, describe, confirmationToken, elicitation }: Consent,
  confirmer: Confirmer,
): Promise<CallToolResult | InputRequiredResult | undefined> {
  if (elicitation === undefined) {
    const twoStep = { ...call, purpose: 'two-step' } as const;
    if (confirmationToken !== undefined)
      return (await confirmer.redeem(confirmationToken, twoStep)) ? undefined : text(BAD_TOKEN, true);
    return text(twoSteps(call.tool, await describe(), await confirmer.mint(twoStep)), false);
  }
  // Whoever can be asked is asked: a model could bring a token by itself.
  if (confirmationToken !== undefined) return text(NO_TOKEN, true);
  const asked = { ...call, purpose: 'question' } as const;
  const answer = inputResponse(elicitation.responses, QUESTION);
  const called = elicitation.state !== undefined && answer.kind === 'elicit';
  // An answer without our state could be to another question: ask again.
  if (called && (await confirmer.redeem(elicitation.state ?? '', asked))) {
    return answer.action === 'accept' && answer.content?.confirm === true ? undefined : text(DECLINED, true);
  }
  const question = inputRequired.elicit({ message: await describe(), requestedSchema: YES_OR_NO });
  return inputRequired({ inputRequests: { [QUESTION]: question }, requestState: await confirmer.mint(asked) });
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
const NO_TOKEN =
  'Nothing was done: call again without confirmation_token.\nThis client can ask its user, who is asked and has to agree.';
const DECLINED = 'Nothing was done: the user said no. Do not call again unless the user asks for it.';

function twoSteps(name: string, described: string, token: string): string {
  return [
    'Nothing was done yet: this call needs the consent of the user. It would do this:',
    described,
    `Ask the user. After a yes, call ${name} again with the same arguments and this one (once, within ${CONFIRMATION_MINUTES} minutes):`,
    JSON.stringify({ confirmation_token: token }),
  ].join('\n');
}

function text(content: string, isError: boolean): CallToolResult {
  return { content: [{ type: 'text', text: content }], ...(isError && { isError }) };
}
