import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { type Agree, callForModel } from './call-for-model.ts';
import { type CodeOptions, createCode } from './code.ts';
import { prepareServing, type ServingOptions } from './prepare-serving.ts';
import { servedTools } from './served-tools.ts';

/** Settings of {@link createCodeTool}. */
export interface CodeToolOptions
  extends Omit<CodeOptions, 'from' | 'profile' | 'confirm'>,
    Omit<ServingOptions, 'toolbox' | 'shownName' | 'words' | 'accountLabels' | 'prefix' | 'instructions'> {
  /** Asks somebody whether to go on, before writes unless `confirm` says otherwise; without it, and with `confirm`, the model is given a token to come back with. */
  readonly agree?: Agree | undefined;
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
  /** Answers a call of one of the tools; rejects for a name that is none of theirs, with the signal's reason, and with what `agree` throws. */
  readonly call: (name: string, args: unknown, options?: { readonly signal?: AbortSignal }) => Promise<ModelAnswer>;
  /** All functions that programs have as the text of a `.d.ts` file, for models that are told beforehand instead of searching. */
  readonly declarations: () => Promise<string>;
}

/** Code mode without MCP; throws {@link InputError} for a filter that keeps nothing. */
export function createCodeTool({ agree, ...options }: CodeToolOptions): CodeTool {
  const { answerTypes, box, limits, ...serving } = options;
  const { profile, catalog, filter, confirm = agree && 'write' } = serving;
  const { kept } = servedTools({ profile, catalog, filter });
  const code = createCode({ profile, from: catalog, confirm, answerTypes, box, limits })(kept);
  const { tools, calling } = prepareServing({ ...serving, confirm, toolbox: () => code });
  const call = callForModel(tools, { calling, agree });
  return {
    tools: tools.list().tools.map(({ name, description = '', inputSchema }) => ({ name, description, inputSchema })),
    call: async (name, args, { signal = new AbortController().signal } = {}) => {
      const { content, isError } = await call({ name, arguments: args }, { signal });
      const texts = content.map((part) => (part.type === 'text' ? part.text : JSON.stringify(part)));
      return { text: texts.join('\n'), isError };
    },
    declarations: code.declarations,
  };
}
