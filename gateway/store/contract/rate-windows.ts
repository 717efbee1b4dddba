/** Calls of a server in its current window. */
export interface RateWindow {
  server_id: string;
  started_at: number;
  calls: number;
}

/** Calls of servers within fixed windows, counted for all processes together. */
export interface RateWindowRepository {
  /** Counts one call in the window that began at `startedAt`; answers how many there were in it by now. */
  readonly spend: (serverId: string, startedAt: number) => Promise<number>;
}
