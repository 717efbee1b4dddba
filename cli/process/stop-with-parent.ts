/** Milliseconds between two looks. */
const PAUSE = 500;

/**
 * Ends what goes on once the process that started this one is gone, where npm runs it: npm hands SIGTERM to the shell between
 * them, which ends and tells nobody. Does nothing elsewhere, where a program may well outlive who started it.
 */
export function stopWithParent(
  close: () => Promise<void>,
  environment: NodeJS.ProcessEnv = process.env,
  parent: () => number = () => process.ppid,
): void {
  if (environment.npm_lifecycle_event === undefined) return;
  const first = parent();
  const timer = setInterval(() => {
    if (parent() === first) return;
    clearInterval(timer);
    void close();
  }, PAUSE);
  timer.unref();
}
