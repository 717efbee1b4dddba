/** Answers that are still being sent, or waited for. */
export interface OpenStreams {
  /** The same answer, which ends as soon as it is no longer allowed. */
  readonly hold: (response: Response, right: StreamRight) => Response;
  /** Ends what is waited for in the same way, until the function that it answers is called. */
  readonly watch: (waiting: Waiting) => () => void;
  /** Ends what is not allowed any more; runs by itself twice a second while something is open. */
  readonly check: () => Promise<void>;
  /** Ends those of a kind. */
  readonly end: (which: (stream: { readonly isCall: boolean }) => boolean) => void;
}

/** Whether a stream may go on; `onEnd` is called once when it is over, however it ended. */
export interface StreamRight {
  readonly isAllowed: () => Promise<boolean>;
  readonly onEnd: () => void;
  /** It answers the call of a tool. */
  readonly isCall: boolean;
  /** An event that is sent where it is ended from here, so that nobody waits for an answer that will not come. */
  readonly lastEvent?: string;
}

/** An answer that is waited for; `end` gives it up. */
interface Waiting extends Pick<StreamRight, 'isAllowed' | 'isCall'> {
  readonly end: () => void;
}

/** Milliseconds between two checks. */
const INTERVAL = 500;

/** Keeps track of streams, so that none outlives the right to it. `onError` is called for checks that failed: such a stream goes on. */
export function createOpenStreams(onError: (error: unknown) => void): OpenStreams {
  const open = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let isChecking = false;

  const check = async (): Promise<void> => {
    for (const stream of [...open]) {
      // It may have ended while those before it were judged: a gateway that closes takes its store away.
      if (!open.has(stream)) continue;
      try {
        if (!(await stream.isAllowed())) stream.end();
      } catch (error) {
        if (open.has(stream)) onError(error);
      }
    }
  };
  /** Checks do not pile up before a store that takes its time. */
  const checkInTurn = async (): Promise<void> => {
    if (isChecking) return;
    isChecking = true;
    await check();
    isChecking = false;
  };
  const add = (stream: Waiting): void => {
    open.add(stream);
    timer ??= setInterval(() => void checkInTurn(), INTERVAL).unref();
  };
  const remove = (stream: Waiting): void => {
    open.delete(stream);
    if (open.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    hold: (response, { onEnd, ...right }) => {
      const { body, status, headers } = response;
      if (body === null) {
        onEnd();
        return response;
      }
      const stream = endable(body, right, {
        add,
        remove: (stream) => {
          remove(stream);
          onEnd();
        },
      });
      return new Response(stream, { status, headers });
    },
    watch: (waiting) => {
      add(waiting);
      return () => remove(waiting);
    },
    check,
    end: (which) => {
      for (const stream of [...open]) if (which(stream)) stream.end();
    },
  };
}

function endable(
  body: ReadableStream<Uint8Array>,
  right: Omit<StreamRight, 'onEnd'>,
  { add, remove }: { add: (stream: Waiting) => void; remove: (stream: Waiting) => void },
): ReadableStream<Uint8Array> {
  const source = body.getReader();
  let hasEnded = false;
  const over = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    remove(stream);
  };
  const stream: Waiting = {
    ...right,
    end: () => {
      // It may have ended while it was judged.
      if (hasEnded) return;
      over();
      // Whatever was sent before, an empty line begins anew.
      if (right.lastEvent !== undefined) target?.enqueue(new TextEncoder().encode(`\n\n${right.lastEvent}\n\n`));
      target?.close();
      // It may have broken already, and nobody reads it any more.
      source.cancel().catch(() => {});
    },
  };
  let target: ReadableStreamDefaultController<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      target = controller;
      add(stream);
    },
    pull: async (controller) => {
      try {
        const { done, value } = await source.read();
        if (hasEnded) return;
        if (!done) return controller.enqueue(value);
        over();
        controller.close();
      } catch (error) {
        over();
        controller.error(error);
      }
    },
    cancel: async (reason) => {
      over();
      await source.cancel(reason);
    },
  });
}
