import { listedContacts } from '../../domain/people/find-contact.ts';
import type { Call } from '../../http/call.ts';
import { companies, type Segment } from '../../model/people.ts';
import { hasCompany, hasContact } from './segment-rules.ts';

/** A segment as the API answers it. Those of companies have no `person_type`: none of its values is true of them. */
export function renderSegment({ person_type, ...segment }: Segment): Record<string, unknown> {
  return { ...segment, type: 'segment', ...(person_type !== 'company' && { person_type }) };
}

/** A segment with the number of its members. */
export function renderCounted({ workspace, now }: Call, segment: Segment): Record<string, unknown> {
  const count =
    segment.person_type === 'company'
      ? companies(workspace).filter((company) => hasCompany(segment, company, now)).length
      : listedContacts(workspace).filter((contact) => hasContact(segment, contact, now)).length;
  return { ...renderSegment(segment), count };
}
