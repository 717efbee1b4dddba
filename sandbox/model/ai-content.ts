import { tableOf } from '../store/workspace.ts';

/** Where external pages come from. */
export interface ImportSource {
  readonly id: string;
  url: string;
  status: 'active' | 'deactivated';
  sync_behavior: 'api' | 'automatic' | 'manual';
  audience_ids: number[];
  last_synced_at: number;
  readonly created_at: number;
  updated_at: number;
}

/** A page of an import source that Fin answers from. */
export interface ExternalPage {
  readonly id: string;
  external_id: string;
  source_id: string;
  title: string;
  html: string;
  url: string | null;
  locale: string;
  ai_agent_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  audience_ids: number[];
  last_ingested_at: number;
  readonly created_at: number;
  updated_at: number;
}

export const importSources = tableOf<ImportSource>('content_import_sources');
export const externalPages = tableOf<ExternalPage>('external_pages');
