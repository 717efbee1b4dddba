import { useCallback, useState } from 'preact/hooks';

/** Something that can be done, one time after the other. */
interface Action {
  /** Does it, unless it goes on already. */
  readonly go: () => Promise<void>;
  readonly isBusy: boolean;
  /** Why it failed the last time; undefined while it goes on. */
  readonly error: unknown;
  /** What it failed for may be right now; always the same function. */
  readonly forgetError: () => void;
}

/** Does what may fail, and keeps why. */
export function useAction(run: () => Promise<unknown>): Action {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await run();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return { go, isBusy, error, forgetError: useCallback(() => setError(undefined), []) };
}
