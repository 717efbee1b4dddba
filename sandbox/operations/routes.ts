import type { Routes } from '../http/call.ts';
import { aiContentRoutes } from './ai-content/routes.ts';
import { callsRoutes } from './calls/routes.ts';
import { conversationsRoutes } from './conversations/routes.ts';
import { dataRoutes } from './data/routes.ts';
import { exportsRoutes } from './exports/routes.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { newsRoutes } from './news/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { ticketsRoutes } from './tickets/routes.ts';

/** Who answers which operation: families that do not know of each other. */
export const routes: Routes = {
  ...aiContentRoutes,
  ...callsRoutes,
  ...conversationsRoutes,
  ...dataRoutes,
  ...exportsRoutes,
  ...knowledgeRoutes,
  ...newsRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...ticketsRoutes,
};
