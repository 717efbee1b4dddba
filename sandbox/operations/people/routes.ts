import type { Routes } from '../../http/call.ts';
import { companyListRoutes } from './company-list-routes.ts';
import { companyRoutes } from './company-routes.ts';
import { contactCompanyRoutes } from './contact-company-routes.ts';
import { contactListRoutes } from './contact-list-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { contactStateRoutes } from './contact-state-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { contactSearchRoutes } from './search-contacts.ts';
import { segmentRoutes } from './segment-routes.ts';
import { visitorRoutes } from './visitor-routes.ts';

/** Contacts, companies, their notes and segments, and visitors. */
export const peopleRoutes: Routes = {
  ...companyListRoutes,
  ...companyRoutes,
  ...contactCompanyRoutes,
  ...contactListRoutes,
  ...contactRoutes,
  ...contactSearchRoutes,
  ...contactStateRoutes,
  ...mergeRoutes,
  ...noteRoutes,
  ...segmentRoutes,
  ...visitorRoutes,
};
