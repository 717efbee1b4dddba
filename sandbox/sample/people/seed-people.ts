import type { Workspace } from '../../store/workspace.ts';
import { seedCast } from './seed-cast.ts';
import { seedCompanies } from './seed-companies.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedNotes } from './seed-notes.ts';
import { seedSegments } from './seed-segments.ts';
import { seedVisitors } from './seed-visitors.ts';

/** Companies and their people, what teammates noted of them, segments, and visitors. */
export function seedPeople(workspace: Workspace): void {
  seedCompanies(workspace);
  seedCast(workspace);
  seedContacts(workspace);
  seedNotes(workspace);
  seedSegments(workspace);
  seedVisitors(workspace);
}
