import type { Routes } from './http/call.ts';
import { conversationsRoutes } from './operations/conversations/routes.ts';
import { dataRoutes } from './operations/data/routes.ts';
import { knowledgeRoutes } from './operations/knowledge/routes.ts';
import { peopleRoutes } from './operations/people/routes.ts';
import { settingsRoutes } from './operations/settings/routes.ts';
import { ticketsRoutes } from './operations/tickets/routes.ts';

/** Who answers which operation. */
export const routes: Routes = {
  ...conversationsRoutes,
  ...dataRoutes,
  ...knowledgeRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...ticketsRoutes,
};
