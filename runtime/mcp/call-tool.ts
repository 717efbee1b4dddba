import type { CallToolResult, InputRequiredResult } from '@modelcontextprotocol/server';
import type { ServedWords } from '../catalog/served-words.ts';
import type { Client } from '../client.ts';
import type { ContentLimits } from '../content/content.ts';
import type { ResultProfile } from '../content/to-content.ts';
import type { AnswerShape } from '../shape/open-shape.ts';
import type { Tool } from '../tool/tool.ts';
import type { CallContext } from './call-context.ts';
import { type Confirm, confirmCall, needsConfirmation } from './confirm-call.ts';
import { type Confirmer, confirmerOfProcess } from './confirmer.ts';
import { withProgress } from './progress.ts';
import { takeReserved } from './reserved-arguments.ts';
import { toResult } from './result.ts';

/** How tools are called over MCP. */
export interface CallSettings {
  readonly client: Pick<Client, 'exchange'>;
  /** Where the tools belong: says how to go on with jobs, and names the files of answers. */
  readonly profile: ResultProfile;
  /** The name by which clients know a tool; its own unless given. */
  readonly shownName?: ((tool: string) => string) | undefined;
  /** Where the calls go, such as `the workspace "Acme"`: whoever agrees to one is told. */
  readonly place?: string | undefined;
  /**
   * Which calls need somebody's consent first; none unless said otherwise, since MCP clients ask their users
   * themselves, by the annotations of a tool.
   */
  readonly confirm?: Confirm | undefined;
  /** Gives and takes the tokens of that consent; one per process unless given. */
  readonly confirmer?: Confirmer;
  /** `model`, unless said otherwise, answers what a language model needs; `raw` what the API answered. */
  readonly shape?: AnswerShape;
  /** How large a file or text a result may carry. */
  readonly content?: ContentLimits;
  /** Whether a model may see what a list tool answers, and so the names that stand there; all unless said otherwise. */
  readonly candidates?: ((tool: string) => boolean) | undefined;
  /** Leaves out of hints and advice what names tools that are not served. */
  readonly words?: ServedWords;
  /** Milliseconds between two notes on the progress of a long call; 5,000 unless said otherwise. */
  readonly progressInterval?: number;
}

/** Calls a tool for an MCP client: a dry run, a question whether to go on, or the tool's answer; throws as `client.exchange`. */
export async function callTool(
  tool: Tool,
  raw: unknown,
  { signal, progress, elicitation }: CallContext,
  {
    client,
    profile,
    shownName = (name) => name,
    place,
    confirm = 'never',
    confirmer = confirmerOfProcess(),
    shape = 'model',
    content,
    candidates = () => true,
    words,
    progressInterval = 5000,
  }: CallSettings,
): Promise<CallToolResult | InputRequiredResult> {
  const { args, dryRun, confirmationToken, fields } = takeReserved(tool, raw ?? {});
  if (dryRun)
    return await toResult(
      { tool: tool.name, profile },
      await client.exchange(tool, args, { signal, dryRun, shape, candidates }),
    );
  if (needsConfirmation(tool, confirm)) {
    // Nobody is asked about arguments that would be refused.
    const shown = { name: shownName(tool.name), title: tool.title };
    const dry = await client.exchange(tool, args, { signal, dryRun: true, shape, candidates });
    const { output: request, names, became } = dry;
    const asked = { tool: shown, place, args, request, names, became, confirmationToken, elicitation };
    const instead = await confirmCall(asked, confirmer);
    if (instead !== undefined) return instead;
  }
  const exchange = await withProgress(progress, progressInterval, () =>
    client.exchange(tool, args, { signal, shape, candidates, ...(fields && { fields }) }),
  );
  const hints = words === undefined ? exchange.hints : exchange.hints?.map(words);
  return await toResult(
    { tool: tool.name, profile },
    { ...exchange, ...(hints && { hints }) },
    { limits: content, words },
  );
}
