import type { Routes } from '../../http/call.ts';
import { convertRoutes } from './convert.ts';
import { createRoutes } from './create.ts';
import { customersRoutes } from './customers.ts';
import { deleteRoutes } from './delete.ts';
import { manageRoutes } from './manage.ts';
import { mergeRoutes } from './merge.ts';
import { readRoutes } from './read.ts';
import { redactRoutes } from './redact.ts';
import { replyRoutes } from './reply.ts';
import { searchRoutes } from './search.ts';
import { threadsRoutes } from './threads.ts';
import { updateRoutes } from './update.ts';

/** Conversations: all but their tags and attributes. */
export const conversationsRoutes: Routes = {
  ...convertRoutes,
  ...createRoutes,
  ...customersRoutes,
  ...deleteRoutes,
  ...manageRoutes,
  ...mergeRoutes,
  ...readRoutes,
  ...redactRoutes,
  ...replyRoutes,
  ...searchRoutes,
  ...threadsRoutes,
  ...updateRoutes,
};
