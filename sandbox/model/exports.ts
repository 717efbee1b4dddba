import { tableOf } from '../store/workspace.ts';

/** An export that was asked for. How far it is follows from its age. */
export interface ExportJob {
  readonly id: string;
  readonly created_at: number;
  /** Unix seconds, both included. */
  readonly from: number;
  readonly until: number;
  canceled: boolean;
}

/** An export of one reporting dataset. */
export interface ReportingJob extends ExportJob {
  readonly dataset_id: string;
  readonly attribute_ids: readonly string[];
}

/** An automation, as far as its export shows it. Times are unix seconds. */
export interface Workflow {
  readonly id: string;
  title: string;
  description: string | null;
  trigger_type: string;
  state: 'live' | 'draft' | 'paused';
  target_channels: string[];
  preferred_devices: string[];
  readonly created_at: number;
  updated_at: number;
  targeting: Record<string, unknown>;
  snapshot: Record<string, unknown>;
  attributes: Record<string, unknown>[];
  embedded_rules: Record<string, unknown>[];
}

export const contentExports = tableOf<ExportJob>('content_exports');
export const reportingExports = tableOf<ReportingJob>('reporting_exports');
export const workflows = tableOf<Workflow>('workflows');
