/** What users say for single tools, by the tool's name: everyday words for its jobs, separated by commas. */
export type Sayings = Readonly<Record<string, string>>;
