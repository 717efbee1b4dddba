import type { Json } from '../../contract/contract.ts';
import { numberIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { contentExports, type ExportJob } from '../../model/exports.ts';
import { csvFile } from './csv-file.ts';
import { expiryOf, isDownloadable, isRunning, progressOf } from './progress.ts';
import { RECEIPT_COLUMNS, receipts } from './receipts.ts';

const DAY = 86_400;

function create(call: Call): unknown {
  const { workspace, body, now } = call;
  const [after = 0, before = 0] = [numberIn(body, 'created_at_after'), numberIn(body, 'created_at_before')];
  if (after > before)
    throw new Fault(400, 'created_at_after must not lie behind created_at_before', {
      code: 'parameter_invalid',
      field: 'created_at_after',
    });
  if (contentExports(workspace).find((job) => isRunning(job, now)) !== undefined)
    throw new Fault(429, 'Exceeded rate limit of 1 pending message data export jobs', { code: 'rate_limit_exceeded' });
  // Whole days, both included.
  const job = contentExports(workspace).put({
    id: `content${workspace.nextNumber('content_exports').toString(36).padStart(9, '0')}`,
    created_at: now,
    from: after - (after % DAY),
    until: before - (before % DAY) + DAY - 1,
    canceled: false,
  });
  return render(call, job);
}

function cancel(call: Call): unknown {
  const job = named(call);
  // What is done stays as it is.
  if (isRunning(job, call.now)) job.canceled = true;
  return render(call, job);
}

function download(call: Call): unknown {
  const job = named(call);
  existing(isDownloadable(job, call.now) && statusOf(call, job) === 'completed' ? job : undefined, 'Export file');
  return csvFile(job.id, RECEIPT_COLUMNS, receipts(call.workspace, job));
}

function named({ workspace, params }: Call): ExportJob {
  return existing(contentExports(workspace).get(params.job_identifier), 'Export job', 'not_found');
}

function statusOf({ workspace, now }: Call, job: ExportJob): string {
  const progress = progressOf(job, now);
  if (progress !== 'done') return progress;
  return receipts(workspace, job).length === 0 ? 'no_data' : 'completed';
}

function render(call: Call, job: ExportJob): Json {
  const status = statusOf(call, job);
  const hasFile = status === 'completed' && isDownloadable(job, call.now);
  return {
    job_identifier: job.id,
    status,
    download_url: hasFile ? `${call.origin}/download/content/data/${job.id}` : '',
    download_expires_at: hasFile ? String(expiryOf(job)) : '',
  };
}

/** The export of what became of outbound messages. */
export const contentRoutes: Routes = {
  'POST /export/content/data': create,
  'GET /export/content/data/{job_identifier}': (call) => render(call, named(call)),
  'POST /export/cancel/{job_identifier}': cancel,
  'GET /download/content/data/{job_identifier}': download,
};
