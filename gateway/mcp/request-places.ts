import { CODE_RUNNERS } from '../../runtime/code/code-input.ts';
import { own } from '../../runtime/value/value.ts';
import { createTurns } from '../limits/turns.ts';
import type { ActiveServer } from './find-server.ts';
import { createServerPlaces } from './places.ts';
import { type Refusal, TOO_MANY_AT_ONCE, TOO_MANY_PROGRAMS } from './refusal.ts';

/**
 * Requests that are answered at the same time by one process, open streams among them: to one account's servers, to one of
 * them, and to one where the others have taken all of the account's.
 */
const AT_ONCE = { account: 200, server: 100, own: 10 };

/**
 * Programs of one account that run at the same time in each process, whose last of four threads is left to others. Others of
 * it wait, in milliseconds: with the 55 s of a program not longer than clients wait for an answer.
 */
const PROGRAMS = { atOnce: 3, patience: 5000 };

/** A place, or why there is none. */
type TakenPlace = { readonly leave: () => void; readonly refusal?: undefined } | { readonly refusal: Refusal };

/** Places for requests that are answered at the same time; those that bring a program wait for a turn as well. */
export interface RequestPlaces {
  readonly take: (active: ActiveServer, message: unknown, signal: AbortSignal) => Promise<TakenPlace>;
}

/** The {@link RequestPlaces} of one process. */
export function createRequestPlaces(): RequestPlaces {
  const places = createServerPlaces(AT_ONCE);
  const programs = createTurns(PROGRAMS);
  return {
    take: async (active, message, signal) => {
      const leave = places.take({ serverId: active.row.id, accountId: active.account.id });
      if (leave === undefined) return { refusal: TOO_MANY_AT_ONCE };
      if (!runsProgram(active, message)) return { leave };
      const endTurn = await programs.take(active.account.id, signal);
      if (endTurn === undefined) {
        leave();
        return { refusal: TOO_MANY_PROGRAMS };
      }
      return {
        leave: () => {
          endTurn();
          leave();
        },
      };
    },
  };
}

function runsProgram({ config }: ActiveServer, message: unknown): boolean {
  if (config.mode !== 'code' || own(message, 'method') !== 'tools/call') return false;
  const name = own(own(message, 'params'), 'name');
  // A prefix may stand before it.
  return typeof name === 'string' && Object.values(CODE_RUNNERS).some((runner) => name.endsWith(runner));
}
