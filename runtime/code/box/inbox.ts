import type { BoxedProgram } from './box.ts';

/** What a request came to. */
interface Answer {
  readonly id: number;
  readonly text: string;
}

/** The requests of one program: what it asked is sent once it does not compute, and what was answered waits until it is taken. */
export interface Inbox {
  readonly ask: (id: number, request: string) => void;
  /** Hands on what was asked since the last time; answers how many requests are open. */
  readonly send: () => number;
  /** Answers that came, or why no more are waited for; rejects where the host failed to answer. */
  readonly next: () => Promise<readonly Answer[] | 'wall' | 'cancelled'>;
  readonly close: () => void;
}

/** An inbox that waits for `wall` milliseconds from now on, and until the program is cancelled. */
export function openInbox({ ask, signal }: Pick<BoxedProgram, 'ask' | 'signal'>, wall: number): Inbox {
  const asked: Answer[] = [];
  let answered: Answer[] = [];
  let open = 0;
  let end: 'wall' | 'cancelled' | undefined;
  let failure: { readonly error: unknown } | undefined;
  let wake = () => {};

  function finish(why: 'wall' | 'cancelled'): void {
    end ??= why;
    wake();
  }

  async function handOn({ id, text }: Answer): Promise<void> {
    try {
      const answer = await ask(text);
      answered.push({ id, text: answer });
    } catch (error) {
      failure = { error };
    }
    wake();
  }

  const onAbort = () => finish('cancelled');
  const timer = setTimeout(() => finish('wall'), Math.min(Math.max(wall, 0), LONGEST_TIMER));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);

  return {
    ask: (id, request) => {
      asked.push({ id, text: request });
      open += 1;
    },
    send: () => {
      for (const request of asked.splice(0)) void handOn(request);
      return open;
    },
    next: async () => {
      if (answered.length === 0 && end === undefined && failure === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (failure !== undefined) throw failure.error;
      if (end !== undefined) return end;
      const taken = answered;
      answered = [];
      open -= taken.length;
      return taken;
    },
    close: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      asked.length = 0;
    },
  };
}

/** Milliseconds; a timer takes no more. */
const LONGEST_TIMER = 2 ** 31 - 1;
