import type { ChangeReport } from '../compare/change.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';

/** What to generate from, and where to. */
export interface GenerateOptions {
  /** File or address of an OpenAPI 3 description. */
  readonly spec: string;
  /** Folder of overlays; without one the description's own words are used. */
  readonly overlays?: string;
  readonly out: string;
  /** Prefix of the tool names. */
  readonly name: string;
  /** How generated modules import the runtime's tool module. */
  readonly runtime: string;
  /** Where the runtime's types are to be imported from alone; from `runtime` unless said otherwise. */
  readonly runtimeTypes?: string;
  /** Refuses a description of which an operation is lost. */
  readonly strict?: boolean;
  /** Compares with what is there and writes nothing. */
  readonly check?: boolean;
  /** Goes through all stages, even where nothing changed since the files were generated. */
  readonly force?: boolean;
  /** Asked once it is known what would change; nothing is written where the answer is no. */
  readonly accept?: (report: ChangeReport) => boolean;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** One line of the report: a resource, its tools, and what they cost a model. */
export interface ResourceSummary {
  readonly resource: string;
  readonly tools: number;
  readonly tokens: number;
}

/** What a run of the generator did, or with `check` would do. */
export interface GenerateReport {
  readonly version: string;
  readonly resources: readonly ResourceSummary[];
  readonly tools: number;
  /** Tokens (o200k) of all tools as `tools/list` answers them. */
  readonly tokens: number;
  /** What differs from what was generated before. */
  readonly report: ChangeReport;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that differ from what was there, relative to `out`; with `check`, drift. */
  readonly files: readonly string[];
  readonly milliseconds: number;
}
