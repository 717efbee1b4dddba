/** What tools answer, as TypeScript, for programs that call them as functions. */
export interface AnswerTypes {
  /** Types by name, each without `type X =`; they name each other. */
  readonly types: Readonly<Record<string, string>>;
  /** By a tool's name the type of its answer. */
  readonly answers: Readonly<Record<string, string>>;
}
