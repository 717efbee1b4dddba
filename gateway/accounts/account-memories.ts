import { createMemory, type Memory } from '../../runtime/value/memory.ts';
import type { Account } from '../store/contract/accounts.ts';

/** Accounts of which something is remembered; the one that was used longest ago gives way. */
const MOST_ACCOUNTS = 200;

/** What of an account decides what it may see: another credential is another memory. */
type Seen = Pick<Account, 'id' | 'credential' | 'region' | 'api_version'>;

/**
 * What is remembered for a minute of each account, such as names of teammates: one memory for all of its servers and their
 * clients, never one for two accounts. It is empty after a change of the account's credential, region or version.
 */
export function createAccountMemories(uptime: () => number): (account: Seen) => Memory {
  const memories = new Map<string, { readonly seen: string; readonly memory: Memory }>();
  return ({ id, credential, region, api_version }) => {
    const seen = JSON.stringify([credential, region, api_version]);
    const known = memories.get(id);
    const kept = known?.seen === seen ? known : { seen, memory: createMemory(uptime) };
    memories.delete(id);
    memories.set(id, kept);
    const [oldest] = memories.keys();
    if (oldest !== undefined && memories.size > MOST_ACCOUNTS) memories.delete(oldest);
    return kept.memory;
  };
}
