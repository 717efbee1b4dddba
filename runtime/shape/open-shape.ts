import type { Tool } from '../tool/tool.ts';
import { asText, isStrings } from '../value/value.ts';
import type { ShapedProfile } from './shaping.ts';

/** What is done to an answer: `model` makes it short and readable for a language model, `raw` leaves it as it came. */
export type AnswerShape = 'model' | 'raw';

/** A validated input without the arguments that the client answers itself, and what is done to the answer. */
export interface ShapedCall {
  readonly input: Readonly<Record<string, unknown>>;
  /** Shapes the answer; `resume` gives the cursor behind the first items of a page. */
  readonly shape: (output: unknown, resume?: (count: number) => Promise<string | null>) => Promise<unknown>;
}

/** Takes `fields` and `parts_cursor` out of an input; rejects with an {@link InputError} for a cursor of something else. */
export async function openShape(
  tool: Tool,
  { fields: raw, parts_cursor: cursor, ...rest }: Readonly<Record<string, unknown>>,
  { shape, profile }: { readonly shape: AnswerShape; readonly profile: ShapedProfile },
): Promise<ShapedCall> {
  const fields = tool.fields && isStrings(raw) ? raw : undefined;
  const input = {
    ...rest,
    ...(raw !== undefined && !tool.fields && { fields: raw }),
    ...(cursor !== undefined && tool.parts === undefined && { parts_cursor: cursor }),
  };
  if (shape === 'raw' && fields === undefined) return { input, shape: async (output) => output };
  // Loaded when it is needed: it brings the converter of HTML.
  const { decodePartsCursor, pickFields, shapeResult } = await import('./index.ts');
  if (shape === 'raw') return { input, shape: async (output) => pickFields(tool, output, fields) };
  const id = asText(rest[tool.alias ?? 'id']);
  const after =
    cursor === undefined || tool.parts === undefined
      ? undefined
      : decodePartsCursor({ tool: tool.name, id: id ?? '' }, cursor);
  return { input, shape: (output, resume) => shapeResult(tool, output, { profile, fields, after, id, resume }) };
}
