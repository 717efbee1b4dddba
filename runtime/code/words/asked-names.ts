/**
 * The names in a query that asks how functions are called: `signature of getConversation`, `signatures of a, b`, `type Contact`.
 * Undefined for a query in other words.
 */
export function askedNames(query: string): readonly string[] | undefined {
  const words = query.trim().slice(0, LONGEST);
  const asked =
    /^(?:(?:show|get|give)(?: me)? )?(?:the )?(?:signatures?|declarations?|types?|describe)(?: (?:of|for))?[ :]+(.+)$/is.exec(
      words,
    );
  const list = (asked?.[1] ?? '')
    .split(/[\s,;]+|\band\b/)
    .flatMap((word) => word.replace(/^["'`]+|["'`.?]+$/g, '') || []);
  const names = list.filter((word) => !FILLERS.has(word.toLowerCase()));
  // "types of tickets" is a question about tickets.
  const areNames = names.length > 0 && names.every((name) => /^[\w$.:/-]+$/.test(name) && /[_A-Z.]/.test(name));
  return areNames ? names : undefined;
}

/** Characters of a query that are looked at. */
const LONGEST = 1_000;
const FILLERS = new Set(['the', 'function', 'functions', 'type', 'types', 'tool', 'tools', 'of', 'for']);
