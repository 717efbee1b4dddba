/** A workflow that a person can start by name. */
export interface Workflow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly WorkflowArgument[];
  /** The tools that it needs: it is offered where all of them are served. */
  readonly tools: readonly string[];
  /** What to say to the model; an argument that was left out is missing. */
  readonly text: (values: ReadonlyMap<string, string>) => string;
}

/** What a person fills in to start a {@link Workflow}. */
export interface WorkflowArgument {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
}

/** A short text that a model can read when it needs it. */
export interface Guide {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Markdown. */
  readonly text: string;
  /** The tools that it is about: it is offered where one of them is served. */
  readonly tools: readonly string[];
}

/** What decides about a tool whether a sentence of the instructions is true where it is served. */
export interface InstructedTool {
  readonly name: string;
  readonly access: 'read' | 'write';
  readonly tags: readonly string[];
  readonly inputSchema: { readonly [keyword: string]: unknown };
}

/** How the tools are served. */
interface ServedAs {
  /** True where programs call them: answers are then complete, and nobody sees a list's summaries. */
  readonly asCode: boolean;
}

/** A sentence of what a client tells its model about the tools as a whole. */
export interface Instruction {
  readonly text: string;
  /** Whether it belongs to a server of these tools; it belongs to all unless given. */
  readonly when?: (tools: readonly InstructedTool[], served: ServedAs) => boolean;
}
