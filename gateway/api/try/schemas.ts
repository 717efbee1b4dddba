import { z } from '@hono/zod-openapi';

/** Characters of a text that are answered. */
export const LONGEST_TEXT = 100_000;

/** A tool to try. */
export const toolTry = z
  .strictObject({
    tool: z.string().min(1).max(128).openapi({ description: 'Name of a tool that reads.' }),
    arguments: z.record(z.string(), z.unknown()).default({}).openapi({ description: 'As a model would give them.' }),
  })
  .openapi('ToolTry');

const shownText = z.object({
  text: z.string().openapi({ description: `At most ${LONGEST_TEXT} characters of it.` }),
  truncated: z.boolean(),
  tokens_estimate: z.int().min(0).openapi({ description: 'Of the whole text, to some ten percent.' }),
});

const notes = z.array(z.string());

/** What a tool answered. */
export const toolTried = z
  .object({
    status: z.string().openapi({ description: 'As in the audit log: `ok`, `invalid_input`, `upstream_error`, …' }),
    model: shownText.openapi({ description: 'What a model gets.' }),
    raw: shownText.nullable().openapi({ description: "The API's answer to the same request; null without one." }),
    latency_ms: z.int().min(0),
    repairs: notes.openapi({ description: 'What was changed in the arguments.' }),
    hints: notes.openapi({ description: 'What to know about the answer.' }),
  })
  .openapi('ToolTried');
