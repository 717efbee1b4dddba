/** What was measured, or why it was not: in a few words. */
type Figure = { readonly samples: readonly number[] } | { readonly why: string };

/** What is known of each contestant by metrics. */
export interface Figures<Name extends string> {
  readonly add: (contestant: string, name: Name, sample: number) => void;
  /** Says why there is no figure; where some are there already, they go, as not all that was tried succeeded. */
  readonly refuse: (contestant: string, name: Name, error: unknown) => void;
  readonly of: (contestant: string, name: Name) => Figure | undefined;
  /** As it goes into a file. */
  readonly toJSON: () => Record<string, Partial<Record<Name, Figure>>>;
}

/** An empty collection of figures. */
export function createFigures<Name extends string>(): Figures<Name> {
  const all: Record<string, Partial<Record<Name, Figure>>> = {};
  const rowOf = (contestant: string): Partial<Record<Name, Figure>> => {
    all[contestant] ??= {};
    return all[contestant];
  };
  return {
    add: (contestant, name, sample) => {
      const row = rowOf(contestant);
      const before = row[name];
      if (before !== undefined && 'why' in before) return;
      row[name] = { samples: [...(before?.samples ?? []), sample] };
    },
    refuse: (contestant, name, error) => {
      rowOf(contestant)[name] = { why: messageOf(error) };
    },
    of: (contestant, name) => all[contestant]?.[name],
    toJSON: () => all,
  };
}

/** What was thrown, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
