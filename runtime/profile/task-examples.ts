/** What users of an API ask for, in the words of tools that find tools. */
export interface TaskExamples {
  /** Two tasks, in a few words each: `reply to a conversation`. */
  readonly tasks: readonly string[];
  /** What one program is about, as several tasks between commas. */
  readonly program: string;
  /** How a way between things is asked for, of an API with joins. */
  readonly way?: string;
}
