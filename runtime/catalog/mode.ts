/** The ways of offering the tools of a catalogue: each of them listed, found by four others, or called by programs. */
export const modes = ['list', 'discovery', 'code'] as const;

/** One of {@link modes}. */
export type Mode = (typeof modes)[number];
