/** How many tokens a model reads of an answer, and how many it would of the API's own. */
interface Costs {
  readonly model: number;
  readonly raw: number | undefined;
}

/** Both costs in a sentence. */
export function sayCosts({ model, raw }: Costs): string {
  const read = `The model reads about ${model.toLocaleString()} tokens`;
  if (raw === undefined) return `${read}.`;
  if (raw === 0) return `${read}; the API's answer is empty.`;
  const share = (model / raw).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 0 });
  return `${read}, ${share} of the ${raw.toLocaleString()} that the API's answer has.`;
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

/** What came to nothing before the API was asked. */
const NOT_ASKED: ReadonlySet<string> = new Set(['invalid_input', 'unknown_tool', 'not_recorded']);

/** What the API answered with an error. */
const REFUSED: ReadonlySet<string> = new Set(['upstream_error', 'rate_limited']);

/** Why a call that ended with a status has no answer of the API to show. */
export function sayNoAnswer(status: string): string {
  if (NOT_ASKED.has(status)) return 'There is none: the API was not asked.';
  return REFUSED.has(status) ? 'An error: what it says is what the model is told.' : 'None came.';
}
