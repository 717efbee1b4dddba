/** Does some work and tells every `interval` milliseconds for how many seconds it has been going on. */
export async function withProgress<Result>(
  report: ((seconds: number) => void) | undefined,
  interval: number,
  work: () => Promise<Result>,
): Promise<Result> {
  if (report === undefined) return work();
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    report((beats * interval) / 1000);
  }, interval);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
