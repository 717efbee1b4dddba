/**
 * What users say, by the words that tools use for it: sayings of one or more words, separated by commas. A saying of one
 * word counts for less beside that word; a longer one is replaced.
 */
export type Synonyms = Readonly<Record<string, string>>;
