import { asText, isRecord, own } from '../value/value.ts';
import type { Cleaning } from './clean.ts';
import { readFields } from './fields.ts';
import { writtenAt } from './parts.ts';
import type { LastShown } from './parts-cursor.ts';
import type { ReadText } from './read-text.ts';
import { NEUTRAL_RULES } from './rules.ts';
import { shapeEcho } from './shape-echo.ts';
import { shapePage } from './shape-page.ts';
import { shapeSingle } from './shape-single.ts';
import type { ShapedTool, ShapeOptions, Shaping } from './shaping.ts';
import { PARTS_STAND_IN } from './show-parts.ts';
import { withTexts } from './with-texts.ts';

/** Characters that clients are known to take without cutting. */
const LIMIT_CHARACTERS = 40_000;

/**
 * An answer as a model needs it: Markdown for HTML, ISO times, no nulls, wrappers or noise; a list as summaries, a long
 * conversation as a window of its newest parts, and no result longer than the limit. Anything but JSON stays as it is.
 */
export async function shapeResult(
  tool: ShapedTool,
  output: unknown,
  { profile, ...options }: ShapeOptions,
): Promise<unknown> {
  if (tool.response !== 'json' || typeof output !== 'object' || output === null) return output;
  const selection = readFields(options.fields, profile.names?.shown);
  const limit = Math.max(options.limitCharacters ?? LIMIT_CHARACTERS, 1_000);
  const cleaning: Omit<Cleaning, 'readText'> = {
    tool: tool.name,
    inList: false,
    everything: selection?.everything ?? false,
    selected: new Set(selection?.paths),
    offsets: selection?.offsets ?? new Map(),
    rules: profile.answers ?? NEUTRAL_RULES,
    timeKeys: profile.timeKeys ?? NO_KEYS,
    longest: Math.floor(limit / 2),
    longestSelected: Math.floor(limit * 0.8),
    canAsk: tool.fields === true,
  };
  const isPage = tool.pagination !== undefined && Array.isArray(own(output, 'result'));
  const { resume, sealParts, parts, sent } = options;
  const isEcho = tool.access === 'write' && selection === undefined && cleaning.rules.echo !== undefined;
  const standIn = isPage && resume ? await standInFor(resume) : undefined;
  const shape = (readText: ReadText): unknown => {
    const shaping: Shaping = {
      tool,
      selection,
      limit,
      options: { parts, sent, canGoOn: sealParts !== undefined },
      standIn,
      cleaning: { ...cleaning, readText },
    };
    if (!isRecord(output)) return shapeSingle(output, shaping);
    if (isPage) return shapePage(output, shaping);
    return isEcho ? shapeEcho(output, shaping) : shapeSingle(output, shaping);
  };
  const shaped = await withTexts(shape, output, { rules: cleaning.rules, tags: tool.tags });
  if (!isRecord(shaped)) return shaped;
  if (sealParts && shaped.parts_cursor === PARTS_STAND_IN)
    return { ...shaped, parts_cursor: await sealParts(lastShown(tool, shaped)) };
  const shown = shaped.result;
  const isCut = resume !== undefined && Array.isArray(shown) && shaped.next_cursor === standIn;
  return isCut ? { ...shaped, next_cursor: await resume(shown.length) } : shaped;
}

function lastShown({ parts = '' }: ShapedTool, shaped: Readonly<Record<string, unknown>>): LastShown {
  const shown = shaped[parts.split('.')[0] ?? ''];
  const last: unknown = Array.isArray(shown) ? shown.at(-1) : undefined;
  return { part: asText(own(last, 'id')) ?? '', at: writtenAt(last) };
}

/** A text as long as the cursor behind any item: a cursor is made when it is known how many items fit beside it. */
async function standInFor(resume: NonNullable<ShapeOptions['resume']>): Promise<string> {
  const one = (await resume(1)) ?? '';
  return 'x'.repeat(one.length + 4);
}

const NO_KEYS: ReadonlySet<string> = new Set();
