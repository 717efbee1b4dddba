/** Places for requests that are answered at the same time. */
export interface Places {
  /** Takes a place; answers how to give it back, or undefined where none is free. */
  readonly take: (key: string) => (() => void) | undefined;
}

/** {@link Places} of which each key has `limit`. */
export function createPlaces(limit: number): Places {
  const taken = createTally();
  return {
    take: (key) => (taken.of(key) < limit ? taken.add(key) : undefined),
  };
}

/** Places for the servers of accounts. */
export interface ServerPlaces {
  readonly take: (place: { readonly serverId: string; readonly accountId: string }) => (() => void) | undefined;
}

/**
 * {@link ServerPlaces} of which an account has so many and each server of it fewer. A server has some for its own: it gets
 * those also where others have taken all of the account's.
 */
export function createServerPlaces({
  account,
  server,
  own,
}: Readonly<Record<'account' | 'server' | 'own', number>>): ServerPlaces {
  const byAccount = createTally();
  const byServer = createTally();
  return {
    take: ({ serverId, accountId }) => {
      const going = byServer.of(serverId);
      if (going >= server || (going >= own && byAccount.of(accountId) >= account)) return undefined;
      const leaves = [byServer.add(serverId), byAccount.add(accountId)];
      return () => {
        for (const leave of leaves) leave();
      };
    },
  };
}

interface Tally {
  readonly of: (key: string) => number;
  /** Counts one more; answers how to count it no longer, of which only the first time counts. */
  readonly add: (key: string) => () => void;
}

function createTally(): Tally {
  const counts = new Map<string, number>();
  const of: Tally['of'] = (key) => counts.get(key) ?? 0;
  return {
    of,
    add: (key) => {
      counts.set(key, of(key) + 1);
      let isCounted = true;
      return () => {
        if (!isCounted) return;
        isCounted = false;
        const left = of(key) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
  };
}
