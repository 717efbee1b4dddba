import type { CallingProfile } from './calling-profile.ts';
import type { Guide, Instruction, Workflow } from './guidance.ts';
import type { AccountWords, Icon } from './identity.ts';
import type { JobTool } from './job-tool.ts';
import type { Joins } from './joins.ts';
import type { Sayings } from './sayings.ts';
import type { Synonyms } from './synonyms.ts';
import type { TaskExamples } from './task-examples.ts';

/** Everything that the runtime says or does for one API and would say or do otherwise for another: what it is called by, and what it is served with. */
export interface ApiProfile extends CallingProfile {
  /** What a server of its tools is called to MCP clients where its account is not known; the id and `-mcp` unless said otherwise. */
  readonly serverName?: string;
  /** What users say for what tools do. */
  readonly synonyms?: Synonyms;
  /** What users say for single tools. */
  readonly sayings?: Sayings;
  /** What users ask for, as tools that find tools say it; titles of tools do unless given. */
  readonly examples?: TaskExamples;
  /** How programs get from things to others. */
  readonly joins?: Joins;
  /** Tools that start or follow work in the background, by name. */
  readonly jobs?: Readonly<Record<string, JobTool>>;
  /** How its accounts are spoken of; a server of an API without them says nothing of whose account it is. */
  readonly account?: AccountWords;
  /** Where people read about the API. */
  readonly website?: string;
  readonly icons?: readonly Icon[];
  /** What a client tells its model about the tools as a whole: a text, or sentences that each belong to some tools. */
  readonly instructions?: string | readonly Instruction[];
  /** Prompts, each offered where its tools are served. */
  readonly workflows?: readonly Workflow[];
  /** Resources, each offered where a tool that it is about is served. */
  readonly guides?: readonly Guide[];
  /** Tools that clients which load tools on demand should have at hand from the start. */
  readonly alwaysLoad?: readonly string[];
}
