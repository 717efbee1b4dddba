/** What ends by itself; times in milliseconds, null for never. */
interface Ending {
  readonly expires_at: number | null;
  /** When it ends because nobody uses it. */
  readonly idle_at?: number | null;
}

/** True from the instant on at which a server, key, token or grant expires, or has been left unused for too long. */
export function isOver({ expires_at, idle_at = null }: Ending, now: number): boolean {
  return (expires_at !== null && expires_at <= now) || (idle_at !== null && idle_at <= now);
}
