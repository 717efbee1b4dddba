import type { Exchange } from '../http/response.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { type Content, type ContentLimits, textPart } from './content.ts';
import { downloadContent } from './download.ts';
import { nextJobStep } from './next-job-step.ts';
import { isRedirect, redirectContent } from './redirect.ts';
import { textContent } from './text.ts';

/** What a result says that is particular to its API: the scheme of files' addresses, and the tools of jobs. */
export type ResultProfile = Pick<ApiProfile, 'id' | 'jobs'>;

/** The answer of a tool: its name, its output, and what the headers said of it. */
export interface Answered extends Pick<Exchange<unknown>, 'output' | 'status' | 'redact'> {
  readonly tool: string;
  readonly profile: ResultProfile;
  readonly contentType?: string | undefined;
}

/** The parts of an answer that is no JSON value to show: text, a file, an address, nothing; undefined for JSON. */
export async function toContent(
  { tool, profile, output, status, contentType, redact }: Answered,
  limits?: ContentLimits,
): Promise<Content[] | undefined> {
  if (typeof output === 'string') return textContent(output, limits);
  if (output instanceof Uint8Array) {
    // A view of shared memory, which `Blob` refuses, never comes from fetch.
    const bytes = output as Uint8Array<ArrayBuffer>;
    return await downloadContent({ bytes, contentType, redact, uri: `${profile.id}://answer/${tool}` }, limits);
  }
  if (isRedirect(output)) return redirectContent(output, tool);
  return output === null || output === undefined ? [textPart(JSON.stringify({ ok: true, status }))] : undefined;
}

/** What a model should be told beside a JSON answer: how to go on with a job; nothing for most answers. */
export function notesOn(
  { tool, profile, output }: Pick<Answered, 'tool' | 'profile' | 'output'>,
  words: (text: string) => string = (text) => text,
): Content[] {
  const { jobs = {} } = profile;
  const step = nextJobStep(Object.hasOwn(jobs, tool) ? jobs[tool] : undefined, output);
  // A next step that cannot be made here is none.
  return step === undefined || words(step) !== step ? [] : [textPart(step)];
}
