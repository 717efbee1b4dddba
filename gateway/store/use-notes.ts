/** Notes in the store when something was last used, without a write for each use. */
interface UseNotes {
  /** `every` is how many milliseconds the last note may be old; a minute unless said otherwise. */
  readonly note: (id: string, every?: number) => void;
}

/** Milliseconds from one note to the next. */
const USUAL = 60_000;

/** Ids that are remembered at most. */
const SIZE = 100_000;

/** {@link UseNotes} by `touch`; what goes wrong there is told to `onError`, and keeps nobody waiting. */
export function createUseNotes({
  touch,
  now,
  onError,
}: {
  touch: (id: string, at: number) => Promise<void>;
  now: () => number;
  onError: (error: unknown) => void;
}): UseNotes {
  const noted = new Map<string, number>();
  return {
    note: (id, every = USUAL) => {
      const time = now();
      const last = noted.get(id);
      // A clock that was turned back must not stop the notes.
      if (last !== undefined && time >= last && time - last < every) return;
      if (noted.size >= SIZE) noted.clear();
      noted.set(id, time);
      touch(id, time).catch(onError);
    },
  };
}
