/** When something that goes on is to be given up: at the end of its time, or because whoever waited for it does so no more. */
export interface GiveUp {
  /** Told once, at once where it has been; an `AbortController` and its listeners cost as much as building the request does. */
  readonly onGiveUp: (tell: (reason: unknown) => void) => void;
  /** The same for what takes a signal. */
  readonly signal: () => AbortSignal;
  /** True once its time was over. */
  readonly isLate: () => boolean;
  /** Has to be called when it is over: the timer would run on, and the caller's signal keeps what listens to it. */
  readonly done: () => void;
}

/** Gives up after so many milliseconds, or when the signal aborts. */
export function giveUpAfter(milliseconds: number, signal: AbortSignal | undefined): GiveUp {
  let tellers: ((reason: unknown) => void)[] = [];
  let late = false;
  const giveUp = (reason: unknown): void => {
    const told = tellers;
    tellers = [];
    for (const tell of told) tell(reason);
  };
  const onAbort = (): void => giveUp(signal?.reason);
  const timer = setTimeout(() => {
    late = true;
    giveUp(new DOMException('too late', 'TimeoutError'));
  }, milliseconds);
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    onGiveUp: (tell) => {
      if (signal?.aborted) tell(signal.reason);
      else tellers.push(tell);
    },
    signal: () => {
      const controller = new AbortController();
      if (signal?.aborted) controller.abort(signal.reason);
      tellers.push((reason) => controller.abort(reason));
      return controller.signal;
    },
    isLate: () => late,
    done: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
