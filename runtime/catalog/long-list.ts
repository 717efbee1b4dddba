/**
 * Tools that every client takes in one list: VS Code refuses requests with more ("Cannot have more than 128 tools per
 * request"), and so does OpenAI's API.
 */
const LONGEST_LIST = 128;

/** What to tell whoever serves so many tools in one list; undefined where every client takes them. */
export function longListWarning(tools: number, ways: string): string | undefined {
  if (!isLongList(tools)) return undefined;
  return `${tools} tools are more than some clients take in one list (VS Code and OpenAI's API: ${LONGEST_LIST}). Choose with ${ways}.`;
}

/** Whether some clients refuse a list of so many tools. */
export function isLongList(tools: number): boolean {
  return tools > LONGEST_LIST;
}
