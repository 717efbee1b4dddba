import type { Api } from '../../runtime/catalog/api.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';

/** The tools that a server over some accounts can have: those of all their APIs, of each in the versions of its accounts. */
export interface ServedApi extends Api {
  /** The versions, newest first, each API's after its id where there are several. */
  readonly versions: string;
  /** What tells these tools from those of other APIs and versions. */
  readonly key: string;
  /** The APIs, in the order of the gateway. */
  readonly parts: readonly ServedPart[];
  /** The part that a tool is of, by the name that it is served by; undefined for a name that no tool has. */
  readonly partOf: (name: string) => ServedPart | undefined;
}

/** The tools of one API among those of a server. */
export interface ServedPart {
  readonly hosted: HostedApi;
  /** Each tool as the newest version has it, by the names that the API gives them. */
  readonly own: Api;
  /** The name that the API gives a tool which is served by this one. */
  readonly ownName: (name: string) => string;
}
