/** Who wrote a part, or that it is a note of the team's own. */
export type PartsFrom = 'customer' | 'admin' | 'bot' | 'note';

/** The arguments of a tool with parts that choose some of them; the client answers them itself. */
export type PartsInput = `parts_${'cursor' | 'order' | 'contains' | 'from' | 'since' | 'until'}`;
