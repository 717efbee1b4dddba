/** The error that a call fails with; throws where it does not fail. */
export async function fault(call: Promise<unknown>): Promise<Error> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('the call did not fail');
}
