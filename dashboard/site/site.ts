import type { IndexedProfile } from '../../runtime/discovery/tool-index.ts';
import type { Tool, ToolList } from '../api/schema.d.ts';

/** What a site of a catalog is made of. */
export interface SiteInput {
  /** The API as sentences name it. */
  readonly api: string;
  readonly version: string;
  /** As the gateway answers it. */
  readonly list: ToolList;
  /** The same tools with all that is known of them. */
  readonly tools: readonly Tool[];
  /** What the search of the site goes by. */
  readonly words: IndexedProfile;
  /** What every file says that it was made by. */
  readonly generator: string;
  /** How a program comes to a client: lines of imports, and lines that make it. */
  readonly setup: { readonly imports: readonly string[]; readonly client: readonly string[] };
}

/** A file of a site, by its path within it. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** Makes the pages of a site, and what its search reads; its script and its sheet are built beside this. */
export type RenderSite = (input: SiteInput) => readonly SiteFile[];

/** What the search of a site finds in its window, from a file of its own: a script of a page within it would need a looser policy. */
export interface SiteSearch {
  readonly tools: ToolList['result'];
  readonly words: IndexedProfile;
}
