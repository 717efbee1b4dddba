/** Ctrl+C as a signal for what goes on, until it is disposed of; a second one ends the process as usual. */
export function abortOnInterrupt(): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort);
  return { signal: controller.signal, [Symbol.dispose]: () => process.off('SIGINT', abort) };
}
