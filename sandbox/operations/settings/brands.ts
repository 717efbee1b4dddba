import { crud } from '../../generic/crud.ts';
import type { Routes } from '../../http/call.ts';
import { tableOf } from '../../store/workspace.ts';

/** A name under which the workspace speaks to its customers. */
export interface Brand {
  readonly id: string;
  name: string;
  is_default: boolean;
  help_center_id: string;
  default_address_settings_id: string;
  readonly created_at: number;
  updated_at: number;
}

/** The brands of the workspace, the default one first. */
export const brands = tableOf<Brand>('brands');

/** Answers the operations of brands. */
export const brandRoutes: Routes = crud<Brand>({
  collection: '/brands',
  item: '/brands/{id}',
  what: 'Brand',
  table: brands,
  render: (row) => ({ type: 'brand', ...row }),
});
