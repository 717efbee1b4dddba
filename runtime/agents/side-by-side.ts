/** Answers calls side by side, in their order. Where one rejects, so does this, once all have ended: none goes on unseen. */
export async function sideBySide<Call, Answer>(
  calls: readonly Call[],
  answer: (call: Call) => Promise<Answer>,
): Promise<Answer[]> {
  const ended = await Promise.allSettled(calls.map(answer));
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
