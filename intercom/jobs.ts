import type { JobTool } from '../runtime/profile/job-tool.ts';

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
export const jobs: Readonly<Record<string, JobTool>> = {
  intercom_tickets_enqueue: TICKET,
  [TICKET.poll]: TICKET,
  intercom_export_content_data_enqueue: MESSAGES,
  [MESSAGES.poll]: MESSAGES,
  intercom_export_reporting_data_enqueue: REPORT,
  [REPORT.poll]: REPORT,
};
