import type { Json } from '../../contract/contract.ts';
import { listIn, numberIn, textIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { app } from '../../model/app.ts';
import { type ReportingJob, reportingExports } from '../../model/exports.ts';
import { page } from '../../paging/page.ts';
import { csvFile } from './csv-file.ts';
import { type Dataset, datasets, qualified } from './datasets.ts';
import { expiryOf, isDownloadable, isRunning, progressOf } from './progress.ts';

/** Exports that may run at once. */
const MAX_RUNNING = 5;

function enqueue(call: Call): unknown {
  const { workspace, body, now } = call;
  const datasetId = textIn(body, 'dataset_id') ?? '';
  const dataset = datasets.find(({ id }) => id === datasetId);
  if (dataset === undefined) return refuse(`${datasetId} is not a valid dataset_id`);
  const attributes = listIn(body, 'attribute_ids').map(String);
  if (attributes.length === 0) refuse('attribute_ids names no attribute');
  const known = new Set(columnsOf(dataset).keys());
  const unknown = attributes.filter((id) => !known.has(id));
  if (unknown.length > 0) refuse(`attribute_ids invalid for ${dataset.id} dataset: ${unknown.join(', ')}`);
  const [from = 0, until = 0] = [numberIn(body, 'start_time'), numberIn(body, 'end_time')];
  if (from > until) refuse('start_time must not lie behind end_time');
  if (reportingExports(workspace).filter((job) => isRunning(job, now)).length >= MAX_RUNNING)
    throw new Fault(429, `Exceeded rate limit of ${MAX_RUNNING} pending reporting dataset export jobs`, {
      code: 'rate_limit_exceeded',
    });
  const job = reportingExports(workspace).put({
    id: `reporting${workspace.nextNumber('reporting_exports').toString(36).padStart(7, '0')}`,
    created_at: now,
    from,
    until,
    canceled: false,
    dataset_id: dataset.id,
    attribute_ids: attributes,
  });
  return render(call, job);
}

function download(call: Call): unknown {
  const job = named(call);
  existing(isDownloadable(job, call.now) || undefined, 'Export file', 'not_found');
  const dataset = existing(
    datasets.find(({ id }) => id === job.dataset_id),
    'Dataset',
  );
  const columns = columnsOf(dataset);
  const facts = dataset.facts(call.workspace).filter(({ at }) => at >= job.from && at <= job.until);
  return csvFile(
    job.id,
    job.attribute_ids.map((id) => dataset.attributes[columns.get(id) ?? ''] ?? id),
    facts.map(({ values }) => job.attribute_ids.map((id) => values[columns.get(id) ?? ''] ?? null)),
  );
}

/** The ids of a dataset's attributes by the names that a request has to use. */
function columnsOf(dataset: Dataset): Map<string, string> {
  return new Map(Object.keys(dataset.attributes).map((id) => [qualified(dataset, id), id]));
}

function named({ workspace, params, query }: Call): ReportingJob {
  const job = query.app_id === app.id ? reportingExports(workspace).get(params.job_identifier) : undefined;
  if (job !== undefined) return job;
  throw new Fault(404, `Export job not found for identifier: ${params.job_identifier}`, { code: 'not_found' });
}

function render({ now, origin }: Call, job: ReportingJob): Json {
  const progress = progressOf(job, now);
  const hasFile = isDownloadable(job, now);
  return {
    job_identifier: job.id,
    status: progress === 'done' ? 'complete' : progress,
    download_url: hasFile ? `${origin}/download/reporting_data/${job.id}?app_id=${app.id}` : '',
    download_expires_at: hasFile ? String(expiryOf(job)) : '',
  };
}

function refuse(message: string): never {
  throw new Fault(400, message, { code: 'bad_request' });
}

/** The export of reporting datasets. */
export const reportingRoutes: Routes = {
  'GET /export/reporting_data/get_datasets': (call) =>
    page(call, datasets, (dataset) => ({
      ...dataset,
      attributes: Object.entries(dataset.attributes).map(([id, name]) => ({
        id,
        qualified_id: qualified(dataset, id),
        name,
      })),
    })),
  'POST /export/reporting_data/enqueue': enqueue,
  'GET /export/reporting_data/{job_identifier}': (call) => render(call, named(call)),
  'GET /download/reporting_data/{job_identifier}': download,
};
