import type { AccountAccess } from '../accounts/access-account.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { accountForTool } from './account-of-call.ts';
import { CallRefused } from './call-status.ts';
import type { ActiveServer } from './find-server.ts';
import type { Admission } from './gate.ts';
import { type Refusal, storeRefusal } from './refusal.ts';

/** What a call of a program is judged by. */
export interface InnerAdmission {
  /** The server as it was when the request of the program came. */
  readonly active: ActiveServer;
  /** Judges that request once more. */
  readonly admit: () => Promise<Admission>;
  /** Counts a call as a request; answers why it must be refused, if it must. */
  readonly spend: (active: ActiveServer) => Promise<Refusal | undefined>;
  readonly onRefused: (refusal: Refusal) => void;
}

/**
 * Judges the calls of a program as requests of their own: a program that runs for a minute calls nothing with a token that has
 * ended meanwhile, and is no way around a limit. What may not be made throws {@link CallRefused}.
 */
export function createInnerAdmission({ active, admit, spend, onRefused }: InnerAdmission) {
  async function judge(tool: string, isCounted: boolean): Promise<AccountAccess | Refusal> {
    const latest = await admit();
    if (latest.refusal !== undefined) return latest.refusal;
    if (latest.active.row.config !== active.row.config) return CHANGED_SERVER;
    const { id } = accountForTool(active, tool).account;
    const access = [...latest.active.accounts.values()].find(({ account }) => account.id === id);
    if (access === undefined) return CHANGED_SERVER;
    return (isCounted ? undefined : await spend({ ...latest.active, ...access })) ?? access;
  }

  return (): ((tool: string) => Promise<AccountAccess>) => {
    let isCounted = false;
    return async (tool) => {
      const judged = await judge(tool, isCounted).catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
        return storeRefusal(error);
      });
      // A question before a write is asked with a dry run: both are one call.
      isCounted = true;
      if ('account' in judged) return judged;
      onRefused(judged);
      throw new CallRefused(judged);
    };
  };
}

const CHANGED_SERVER: Refusal = {
  status: 403,
  code: 'server_changed',
  message: 'The configuration of this MCP server was changed while the program ran.',
  help: 'List its tools anew, and run the program again for what is left to do.',
};
