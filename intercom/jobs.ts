import { asText, own } from '../runtime/value/value.ts';

/** A tool that starts or follows work in the background, and the tools that come after it. */
interface JobTool {
  /** Key of the job's id in the answer. */
  readonly id: 'id' | 'job_identifier';
  /** The tool that tells how far the job is, and its argument for the id. */
  readonly poll: string;
  readonly argument: 'job_id' | 'job_identifier';
  /** The tool that fetches what the job made. */
  readonly download?: string;
}

const TICKET: JobTool = { id: 'id', poll: 'get_single_intercom_jobs_status_by_id', argument: 'job_id' };
const MESSAGES: JobTool = {
  id: 'job_identifier',
  poll: 'get_single_intercom_export_content_data_by_id',
  argument: 'job_identifier',
  download: 'get_single_intercom_download_content_data_by_id',
};
const REPORT: JobTool = {
  id: 'job_identifier',
  poll: 'get_single_intercom_export_reporting_data_by_id',
  argument: 'job_identifier',
  download: 'get_single_intercom_download_reporting_data_by_id',
};

/** From the description: `/tickets/enqueue` and the two exports answer a job with an id and a status. */
const JOBS: ReadonlyMap<string, JobTool> = new Map([
  ['intercom_tickets_enqueue', TICKET],
  [TICKET.poll, TICKET],
  ['intercom_export_content_data_enqueue', MESSAGES],
  [MESSAGES.poll, MESSAGES],
  ['intercom_export_reporting_data_enqueue', REPORT],
  [REPORT.poll, REPORT],
]);

const WAITING: ReadonlySet<string> = new Set(['pending', 'in_progress', 'queued', 'running']);

/** What to do next with a job's answer, in one sentence; undefined where a tool has no job or the job ended without a file. */
export function nextJobStep(tool: string, output: unknown): string | undefined {
  const job = JOBS.get(tool);
  const id = job && asText(own(output, job.id));
  if (job === undefined || id === undefined) return undefined;
  const status = asText(own(output, 'status')) ?? 'pending';
  const call = (name: string) => `${name} with ${job.argument} ${JSON.stringify(id)}`;
  if (WAITING.has(status)) return `The job is ${status}: wait some seconds, then call ${call(job.poll)}.`;
  const hasFile = status === 'completed' || status === 'complete';
  return hasFile && job.download !== undefined ? `The job is ${status}: call ${call(job.download)}.` : undefined;
}
