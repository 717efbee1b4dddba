import { nextJobStep } from '../../intercom/jobs.ts';
import type { Exchange } from '../http/response.ts';
import { type Content, type ContentLimits, textPart } from './content.ts';
import { downloadContent } from './download.ts';
import { isRedirect, redirectContent } from './redirect.ts';
import { textContent } from './text.ts';

/** The answer of a tool: its name, its output, and what the headers said of it. */
export interface Answered extends Pick<Exchange<unknown>, 'output' | 'status'> {
  readonly tool: string;
  readonly contentType?: string | undefined;
}

/** The parts of an answer that is no JSON value to show: text, a file, an address, nothing; undefined for JSON. */
export async function toContent(
  { tool, output, status, contentType }: Answered,
  limits?: ContentLimits,
): Promise<Content[] | undefined> {
  if (typeof output === 'string') return textContent(output, limits);
  if (output instanceof Uint8Array) {
    // A view of shared memory, which `Blob` refuses, never comes from fetch.
    const bytes = output as Uint8Array<ArrayBuffer>;
    return await downloadContent({ bytes, contentType, uri: `intercom://answer/${tool}` }, limits);
  }
  if (isRedirect(output)) return redirectContent(output, tool);
  return output === null || output === undefined ? [textPart(JSON.stringify({ ok: true, status }))] : undefined;
}

/** What a model should be told beside a JSON answer: how to go on with a job; nothing for most answers. */
export function notesOn({ tool, output }: Pick<Answered, 'tool' | 'output'>): Content[] {
  const step = nextJobStep(tool, output);
  return step === undefined ? [] : [textPart(step)];
}
