import type { Client } from '../client.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import type { ServedAccount } from '../profile/identity.ts';
import type { Tool } from '../tool/tool.ts';
import { within } from '../value/within.ts';

/** Milliseconds for which a server that is asked for waits until its account is known. */
const PATIENCE = 2000;

/** Milliseconds from one failure to the next question. */
const PAUSE = 60_000;

/** Milliseconds after which an answer is not waited for at all: a process that ends would wait for it. */
const LATEST = 5000;

/** How to learn whose account it is. */
export interface LearnOptions {
  readonly profile: Pick<ApiProfile, 'account'>;
  readonly client: Pick<Client, 'exchange'>;
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  readonly patience?: number;
  /** Milliseconds since some moment. */
  readonly uptime?: () => number;
}

/**
 * Asks once whose account a client has, when somebody first wants to know. Nobody waits long for it, and nothing fails: where
 * there is no answer the account is undefined, and is asked for again a minute later at the earliest.
 */
export function learnAccount({
  profile,
  client,
  loadTool,
  patience = PATIENCE,
  uptime = () => performance.now(),
}: LearnOptions): () => Promise<ServedAccount | undefined> {
  const { account: words } = profile;
  let known: ServedAccount | undefined;
  let asked: { readonly answer: Promise<void>; readonly at: number } | undefined;

  async function ask(): Promise<void> {
    const tool = words && (await loadTool(words.tool));
    if (words === undefined || tool === undefined) return;
    const { output }: { readonly output: unknown } = await client.exchange(
      tool,
      {},
      { signal: AbortSignal.timeout(LATEST) },
    );
    known = words.read(output);
  }

  return async () => {
    if (known !== undefined) return known;
    const now = uptime();
    if (asked === undefined || now - asked.at > PAUSE) asked = { answer: ask().catch(() => {}), at: now };
    await within(asked.answer, asked.at + patience - now);
    return known;
  };
}
