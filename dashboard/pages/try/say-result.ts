/** How many tokens a model reads of an answer, and how many it would of Intercom's own. */
interface Costs {
  readonly model: number;
  readonly raw: number | undefined;
}

/** Both costs in a sentence. */
export function sayCosts({ model, raw }: Costs): string {
  const read = `The model reads about ${model.toLocaleString()} tokens`;
  if (raw === undefined) return `${read}. Intercom was not asked.`;
  if (raw === 0) return `${read}; Intercom's answer is empty.`;
  const share = (model / raw).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 0 });
  return `${read}, ${share} of the ${raw.toLocaleString()} that Intercom's answer has.`;
}

/** JSON with a line for each of its values; another text, and one that was cut, as it is. */
export function readable({ text, truncated }: { text: string; truncated: boolean }): string {
  if (truncated) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
