/** A tool that starts or follows work in the background, and the tools that come after it. */
export interface JobTool {
  /** Key of the job's id in the answer. */
  readonly id: string;
  /** The tool that says how far the job is. */
  readonly poll: string;
  /** The argument of `poll` and `download` for the id. */
  readonly argument: string;
  /** The tool that fetches what the job made. */
  readonly download?: string;
}
