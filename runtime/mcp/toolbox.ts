import {
  type CallToolResult,
  type InputRequiredResult,
  type ListToolsResult,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { didYouMean } from '../value/nearest.ts';
import type { CallContext } from './call-context.ts';
import type { CallListedSettings, CallOutcome } from './call-outcome.ts';
import { type ListOptions, listTools } from './list.ts';

/** What a request for a tool comes to: a tool of the catalog to call with these arguments, or an answer that is at hand. */
export type Resolved =
  | {
      readonly tool: string;
      readonly arguments: unknown;
      /** A word for the model beside the tool's answer. */
      readonly note?: string;
    }
  | { readonly answer: CallToolResult }
  | RunResolved;

/** A call that takes work of its own, such as running a program, which makes calls itself. */
interface RunResolved {
  readonly tool: string;
  readonly arguments: unknown;
  readonly note?: string;
  readonly run: (context: CallContext, settings: CallListedSettings) => Promise<ProgramAnswer>;
}

/** What such a call answers, and what is told of the program that it ran. */
export interface ProgramAnswer extends Pick<CallOutcome, 'programId' | 'failure'> {
  readonly result: CallToolResult | InputRequiredResult;
}

/**
 * What a server lists, and what a request for something on its list comes to. `resolve` throws a `ProtocolError` for a
 * name that is not listed and a {@link ToolkitError} for arguments that a model can correct.
 */
export interface Toolbox {
  readonly list: () => ListToolsResult;
  /** True where programs call the tools. */
  readonly asCode?: boolean;
  /** The own name of what clients know by this one; the same unless given. */
  readonly ownName?: (name: string) => string;
  readonly resolve: (name: string, args: unknown) => Resolved;
}

/** Lists the tools of a catalog as they are. */
export function createDirectToolbox(catalog: readonly CatalogEntry[], options: ListOptions = {}): Toolbox {
  const names = new Set(catalog.map(({ name }) => name));
  const listed = listTools(catalog, options);
  return {
    list: () => listed,
    resolve: (name, args) => {
      if (names.has(name)) return { tool: name, arguments: args };
      throw unknownTool(name, didYouMean(name, names));
    },
  };
}

/** The answer to a request for a tool that is not listed, whether it exists or was filtered out. */
export function unknownTool(name: string, hint: string): ProtocolError {
  const shown = JSON.stringify(name.slice(0, 128));
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool ${shown}.${hint}`);
}
