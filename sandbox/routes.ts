import { conversationsRoutes } from './conversations/routes.ts';
import { dataRoutes } from './data/routes.ts';
import type { Routes } from './http/call.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { ticketsRoutes } from './tickets/routes.ts';

/** Who answers which operation. */
export const routes: Routes = {
  ...conversationsRoutes,
  ...dataRoutes,
  ...knowledgeRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...ticketsRoutes,
};
