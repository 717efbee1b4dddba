import { crud } from '../../generic/crud.ts';
import type { Routes } from '../../http/call.ts';
import { type Brand, brands } from '../../model/settings.ts';

/** Answers the operations of brands. */
export const brandRoutes: Routes = crud<Brand>({
  collection: '/brands',
  item: '/brands/{id}',
  what: 'Brand',
  table: brands,
  render: (row) => ({ type: 'brand', ...row }),
});
