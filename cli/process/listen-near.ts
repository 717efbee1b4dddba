import { systemCode } from '../files/system-code.ts';

/** How many ports are looked at. */
const MOST = 20;

/** A port to listen on, what listens there for people, and whether somebody named the port. */
export interface Wanted {
  readonly port: number;
  readonly what: string;
  readonly isNamed: boolean;
}

/**
 * Listens on a port; where another program has it and nobody named it, on the next one that is free, which is said on standard
 * error. A port that was named and is taken stays an error.
 */
export async function listenNear<Listening>(
  { port, what, isNamed }: Wanted,
  listen: (port: number) => Promise<Listening>,
): Promise<Listening> {
  const last = isNamed || port === 0 ? port : port + MOST;
  for (let at = port; ; at += 1) {
    try {
      const listening = await listen(at);
      if (at !== port) console.error(`intercom-mcp: port ${port} is taken: the ${what} listens on ${at}`);
      return listening;
    } catch (error) {
      const isTaken = error instanceof Error && systemCode(error.cause) === 'EADDRINUSE';
      if (!isTaken || at >= last) throw error;
    }
  }
}
