/** Requests of one token within windows of ten seconds, as Intercom spreads its limits. */
export interface Budget {
  /** Counts one request at this time, in milliseconds; the headers tell what is left. */
  readonly spend: (
    token: string,
    now: number,
  ) => { readonly isOver: boolean; readonly headers: Readonly<Record<string, string>> };
  readonly clear: () => void;
}

/** Milliseconds of a window. */
const WINDOW = 10_000;

/** `limit` requests a window for each token. */
export function createBudget(limit: number): Budget {
  const spent = new Map<string, number>();
  let current = 0;
  return {
    spend: (token, now) => {
      const window = Math.floor(now / WINDOW);
      if (window !== current) spent.clear();
      current = window;
      const count = (spent.get(token) ?? 0) + 1;
      spent.set(token, count);
      return {
        isOver: count > limit,
        headers: {
          'X-RateLimit-Limit': String(limit),
          'X-RateLimit-Remaining': String(Math.max(0, limit - count)),
          'X-RateLimit-Reset': String(((window + 1) * WINDOW) / 1000),
        },
      };
    },
    clear: () => spent.clear(),
  };
}
