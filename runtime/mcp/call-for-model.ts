import { isInputRequiredResult } from '@modelcontextprotocol/server';
import type { Content } from '../content/content.ts';
import { own } from '../value/value.ts';
import { answeringQuestions } from './answering-questions.ts';
import type { Elicitation } from './call-context.ts';
import { callListed } from './call-listed.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { createConfirmer } from './confirmer.ts';
import type { Prefix } from './prefix.ts';
import { prefixedResult } from './prefixed.ts';
import type { Toolbox } from './toolbox.ts';

/** Asks a person whether to go on; the question says what would be done. The signal aborts where nobody waits for the answer any more. */
export type Agree = (question: string, options: { readonly signal: AbortSignal }) => Promise<boolean> | boolean;

/** What a call came to, for a model: its parts as MCP writes them, whatever becomes of them at its API. */
export interface ToolAnswer {
  readonly content: readonly Content[];
  readonly isError: boolean;
  /** `ratelimit-limit`, `-remaining` and `-reset` (seconds), and what was repaired, as over MCP. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** How a model's calls are made without MCP. */
export interface CallForModelSettings {
  readonly calling: CallListedSettings;
  readonly agree?: Agree | undefined;
  /** The names by which the model knows tools; their own unless given. */
  readonly naming?: Prefix | undefined;
}

/** Makes a call; rejects with a `ProtocolError` for a name that is not listed, with the signal's reason, and with what `agree` throws. */
export type CallForModel = (
  call: { readonly name: string; readonly arguments: unknown },
  options: { readonly signal: AbortSignal },
) => Promise<ToolAnswer>;

/** The calls of a model that is not at the other end of MCP: a failure is an answer that says what to do. */
export function callForModel(
  tools: Pick<Toolbox, 'resolve' | 'ownName'>,
  { calling, agree, naming }: CallForModelSettings,
): CallForModel {
  const ask = agree && oneAtATime(agree);
  // A person may think for as long as they like: the question never leaves this process.
  const settings = ask === undefined ? calling : { confirmer: createConfirmer({ lifetime: A_DAY }), ...calling };
  return async (call, { signal }) => {
    signal.throwIfAborted();
    const failures: unknown[] = [];
    const once = (elicitation?: Elicitation) => callListed(tools, call, { signal, elicitation }, settings);
    const answer =
      ask === undefined
        ? once()
        : answeringQuestions((asked) => {
            const agreed = ask(String(own(asked, 'message')), { signal });
            agreed.catch((error) => failures.push(error));
            return agreed.then((confirm) => ({ action: 'accept', content: { confirm: confirm === true } }));
          }, once);
    const result = await answer;
    signal.throwIfAborted();
    if (failures.length > 0) throw failures[0];
    const shown = naming === undefined ? result : prefixedResult(result, naming);
    if (isInputRequiredResult(shown)) throw new Error(`${call.name} asked something that nobody could answer.`);
    const { content, isError = false, _meta: meta = {} } = shown;
    return { content, isError, meta };
  };
}

const A_DAY = 24 * 60 * 60_000;

/** Questions of calls that are made side by side wait for each other, and none is put once its call was given up. */
function oneAtATime(agree: Agree): (...asked: Parameters<Agree>) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();
  return (question, { signal }) => {
    const asked = last.then(async () => {
      signal.throwIfAborted();
      return until(signal, Promise.resolve(agree(question, { signal })));
    });
    last = asked.catch(() => {});
    return until(signal, asked);
  };
}

/** The outcome of what is waited for, or the signal's reason if that comes first. */
function until<T>(signal: AbortSignal, waited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
