import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Job, jobs } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { checkRequest, createFrom } from './create-ticket.ts';

/** Seconds that the creation of a ticket waits for its turn. */
const WAIT = 2;

/** Puts the creation of a ticket into the queue. */
export function enqueueTicket(call: Call): unknown {
  checkRequest(call.workspace, call.body);
  const job = jobs(call.workspace).put({
    id: call.workspace.nextId('jobs', 4201),
    created_at: call.now,
    status: 'pending',
    resource_id: null,
    request: call.body,
  });
  return renderJob(call, job);
}

/** How far a job is. */
export function jobStatus(call: Call): unknown {
  return renderJob(call, existing(jobs(call.workspace).get(call.params.job_id), 'Job', 'job_not_found'));
}

/** Does what waited long enough. */
export function settleJobs(workspace: Workspace, now: number): void {
  for (const job of jobs(workspace).filter(
    ({ status, created_at }) => status === 'pending' && created_at + WAIT <= now,
  ))
    settle(workspace, job);
}

function settle(workspace: Workspace, job: Job): void {
  try {
    // What was right when it was queued may have gone since.
    checkRequest(workspace, job.request);
    job.resource_id = createFrom(workspace, job.request, job.created_at + WAIT).id;
    job.status = 'success';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    job.status = 'failed';
  }
}

function renderJob({ origin }: Call, { id, status, resource_id }: Job): Json {
  return {
    type: 'job',
    id,
    url: `${origin}/jobs/status/${id}`,
    status,
    resource_type: 'ticket',
    resource_id,
    resource_url: resource_id === null ? null : `${origin}/tickets/${resource_id}`,
  };
}
