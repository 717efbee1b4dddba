import type { JobTool } from '../profile/job-tool.ts';
import { asText, own } from '../value/value.ts';

const WAITING: ReadonlySet<string> = new Set(['pending', 'in_progress', 'queued', 'running']);

/** What to do next with a job's answer, in one sentence; undefined where a tool has no job or the job ended without a file. */
export function nextJobStep(job: JobTool | undefined, output: unknown): string | undefined {
  const id = job && asText(own(output, job.id));
  if (job === undefined || id === undefined) return undefined;
  const status = asText(own(output, 'status')) ?? 'pending';
  const call = (name: string) => `${name} with ${job.argument} ${JSON.stringify(id)}`;
  if (WAITING.has(status)) return `The job is ${status}: wait some seconds, then call ${call(job.poll)}.`;
  const hasFile = status === 'completed' || status === 'complete';
  return hasFile && job.download !== undefined ? `The job is ${status}: call ${call(job.download)}.` : undefined;
}
