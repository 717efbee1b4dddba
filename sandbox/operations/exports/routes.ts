import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { workflows } from '../../model/exports.ts';
import { contentRoutes } from './content.ts';
import { reportingRoutes } from './reporting.ts';

/** The workspace's number, which exports of workflows name instead of its code. */
const APP_NUMBER = 70512;

function exportWorkflow({ workspace, params, now }: Call): unknown {
  const workflow = existing(workflows(workspace).get(params.id), 'Workflow', 'not_found');
  const { created_at, updated_at } = workflow;
  return {
    export_version: '1.0',
    exported_at: iso(now),
    app_id: APP_NUMBER,
    workflow: { ...workflow, created_at: iso(created_at), updated_at: iso(updated_at) },
  };
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Exports of messages, reports and workflows. */
export const exportsRoutes: Routes = {
  ...contentRoutes,
  ...reportingRoutes,
  'GET /export/workflows/{id}': exportWorkflow,
};
