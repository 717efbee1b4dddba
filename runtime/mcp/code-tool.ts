import { isInputRequiredResult } from '@modelcontextprotocol/server';
import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { own } from '../value/value.ts';
import { answeringQuestions } from './answering-questions.ts';
import { callListed } from './call-listed.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { type CodeOptions, createCode } from './code.ts';
import { type ServedToolsOptions, servedTools } from './served-tools.ts';

/** Settings of {@link createCodeTool}. */
export interface CodeToolOptions
  extends Omit<CodeOptions, 'from'>,
    Pick<ServedToolsOptions, 'catalog' | 'filter'>,
    Omit<CallListedSettings, 'profile' | 'shownName' | 'words' | 'confirm'> {
  /** Asks somebody whether to go on, where `confirm` says that writes need consent; without it the model is given a token to come back with. */
  readonly agree?: ((question: string) => Promise<boolean>) | undefined;
}

/** A tool as the APIs of models take it. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: CatalogInputSchema;
}

/** What a call came to, as a text for the model. */
export interface ModelAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** Code mode for an agent of one's own: what to tell its model, and what to do with the model's calls. */
export interface CodeTool {
  readonly tools: readonly ModelTool[];
  /** Answers a call of one of the tools; rejects for a name that is none of theirs, and with the signal's reason. */
  readonly call: (name: string, args: unknown, options?: { readonly signal?: AbortSignal }) => Promise<ModelAnswer>;
  /** All functions that programs have as the text of a `.d.ts` file, for models that are told beforehand instead of searching. */
  readonly declarations: () => Promise<string>;
}

/** Code mode without MCP; throws {@link InputError} for a filter that keeps nothing. */
export function createCodeTool({ agree, ...options }: CodeToolOptions): CodeTool {
  const { profile, catalog, filter, confirm, answerTypes, box, limits, ...calling } = options;
  const { kept, words, served } = servedTools({ profile, catalog, filter });
  const tools = createCode({ profile, from: catalog, confirm, answerTypes, box, limits })(kept);
  const settings = { candidates: (tool: string) => served.has(tool), ...calling, profile, confirm, words };

  return {
    tools: tools.list().tools.map(({ name, description = '', inputSchema }) => ({ name, description, inputSchema })),
    call: async (name, args, { signal = new AbortController().signal } = {}) => {
      const answer = (elicitation?: Parameters<Parameters<typeof answeringQuestions>[1]>[0]) =>
        callListed(tools, { name, arguments: args }, { signal, elicitation }, settings);
      const result =
        agree === undefined
          ? await answer()
          : await answeringQuestions(
              async (asked) => ({ action: 'accept', content: { confirm: await agree(String(own(asked, 'message'))) } }),
              answer,
            );
      signal.throwIfAborted();
      if (isInputRequiredResult(result)) throw new Error(`${name} asked something that nobody could answer.`);
      const text = result.content.map((part) => (part.type === 'text' ? part.text : JSON.stringify(part))).join('\n');
      return { text, isError: result.isError === true };
    },
    declarations: tools.declarations,
  };
}
