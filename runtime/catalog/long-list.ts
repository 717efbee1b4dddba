/**
 * Tools that every client takes in one list: VS Code refuses requests with more ("Cannot have more than 128 tools per
 * request"), and so does OpenAI's API.
 */
const LONGEST_LIST = 128;

/** What to tell whoever serves so many tools in one list; undefined where every client takes them. */
export function longListWarning(tools: number, ways: string): string | undefined {
  if (tools <= LONGEST_LIST) return undefined;
  return `${tools} tools are more than some clients take in one list (VS Code and OpenAI's API: ${LONGEST_LIST}). Choose with ${ways}.`;
}
