/**
 * A function that loads something at its first call and answers that ever after; a failed load is tried again. An `import()` of a
 * module that is there already takes as long as reading a small answer does, at every call.
 */
export function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
