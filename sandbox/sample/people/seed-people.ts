import type { Workspace } from '../../store/workspace.ts';
import { seedCast } from './cast.ts';
import { seedCompanies } from './companies.ts';
import { seedContacts } from './contacts.ts';
import { seedNotes } from './notes.ts';
import { seedSegments } from './segments.ts';
import { seedVisitors } from './visitors.ts';

/** Companies and their people, what teammates noted of them, segments, and visitors. */
export function seedPeople(workspace: Workspace): void {
  seedCompanies(workspace);
  seedCast(workspace);
  seedContacts(workspace);
  seedNotes(workspace);
  seedSegments(workspace);
  seedVisitors(workspace);
}
