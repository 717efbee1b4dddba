import type { CallingProfile } from '../profile/calling-profile.ts';
import type { Tool } from '../tool/tool.ts';
import { own } from '../value/value.ts';
import type { Cleaning } from './clean.ts';
import { choose, type FieldSelection } from './fields.ts';
import type { LastShown } from './parts-cursor.ts';
import type { PartsRequest } from './parts-request.ts';
import { pick } from './select.ts';

/** What shaping needs to know of a tool. */
export type ShapedTool = Pick<Tool, 'name' | 'tags' | 'access' | 'response' | 'pagination' | 'fields' | 'parts'> &
  Partial<Pick<Tool, 'class'>>;

/** What shaping needs to know of an API. */
export type ShapedProfile = Pick<CallingProfile, 'timeKeys' | 'answers' | 'names'>;

/** Settings of `shapeResult`. */
export interface ShapeOptions {
  readonly profile: ShapedProfile;
  /** Dotted names of the properties to answer; `*` for all, a leading `+` for beside the usual ones. */
  readonly fields?: readonly string[] | undefined;
  /** Which parts of a thread are shown; the newest unless said otherwise. */
  readonly parts?: PartsRequest | undefined;
  /** Makes the cursor of the next window of parts, where there can be one. */
  readonly sealParts?: ((last: LastShown) => Promise<string>) | undefined;
  /** The arguments of a write. */
  readonly sent?: Readonly<Record<string, unknown>> | undefined;
  /** Characters of the result as JSON; 40,000 unless said otherwise, 1,000 at least. */
  readonly limitCharacters?: number | undefined;
  /** The cursor that goes on behind the first `count` items of the page, where there is one. */
  readonly resume?: ((count: number) => Promise<string | null>) | undefined;
}

/** What the shapes of pages and of single items have in common. */
export interface Shaping {
  readonly tool: ShapedTool;
  readonly selection: FieldSelection | undefined;
  /** Characters. */
  readonly limit: number;
  readonly options: Pick<ShapeOptions, 'parts' | 'sent'> & { readonly canGoOn?: boolean };
  /** What stands for the cursor behind the items that are shown; missing where a page cannot be gone on with within. */
  readonly standIn: string | undefined;
  readonly cleaning: Cleaning;
}

/** Characters for what an answer says beside its content: a note, a cursor, names of fields. */
export function reserveOf(limit: number): number {
  return Math.min(900, Math.floor(limit / 4));
}

/** What an answer says about its fields: those that were asked for and that nothing in it has, and those it could show as well. */
export function fieldNotes(
  { selection }: Shaping,
  { values, more }: { values: readonly unknown[]; more: ReadonlySet<string> },
): Record<string, readonly string[]> {
  const paths = (selection?.paths ?? []).filter((path) => path !== '' && path !== '*');
  const absent =
    values.length === 0 ? [] : paths.filter((path) => !isThere(path, values) && !paths.includes(`${path}_id`));
  return {
    ...(absent.length > 0 && { absent_fields: absent.slice(0, 5).map((path) => path.slice(0, 60)) }),
    ...(more.size > 0 && { more_fields: [...more].slice(0, 16) }),
  };
}

function isThere(path: string, values: readonly unknown[]): boolean {
  const choice = choose([path]);
  return values.some((value) => pick(value, choice) !== undefined || endsInNull(path, value));
}

/** What stands in nothing is as empty as what is null itself. */
function endsInNull(path: string, value: unknown): boolean {
  let at: unknown = value;
  for (const key of path.split('.')) {
    at = own(at, key);
    if (at === null) return true;
  }
  return false;
}
