/** Waits for something to be over, and no longer than so many milliseconds. */
export async function within(over: Promise<unknown>, milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([over, late]);
  clearTimeout(timer);
}
