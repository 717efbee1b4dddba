import { openConversation } from '../../../domain/conversations/open-conversation.ts';
import { namedAdmin } from '../../../domain/people/admin-of.ts';
import type { Conversation } from '../../../model/conversations.ts';
import { type Contact, companies, contacts } from '../../../model/people.ts';
import { createRandom } from '../../../store/random.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { createDetails, firstName } from './details.ts';
import { attach } from './files.ts';
import { htmlOf } from './html-template.ts';
import type { Channel, FileKind } from './scenario.ts';
import type { Talk } from './talk.ts';

/** A conversation of the cast, and how it begins. */
export interface CastOpening {
  readonly id: string;
  /** Of the contact. */
  readonly contact: string;
  /** Seconds before the start of the workspace. */
  readonly ago: number;
  readonly channel: Channel;
  readonly title: string;
  /** Marked up text. */
  readonly text: string;
  readonly admin: string;
  readonly colleague: string;
  readonly url?: string;
  readonly file?: FileKind;
}

/** Opens a conversation of the cast; throws for people that the workspace does not have. */
export function beginCast(workspace: Workspace, opening: CastOpening): Talk {
  const contact = castContact(workspace, opening.contact);
  const random = createRandom(workspace.seed + Number(opening.id));
  const at = workspace.start - opening.ago;
  const company = companies(workspace).get(contact.company_ids[0])?.name ?? 'our shop';
  const admin = firstName(namedAdmin(workspace, opening.admin).name);
  const details = createDetails(random, { contact, company, admin });
  const row: Conversation = openConversation(workspace, {
    id: opening.id,
    at,
    contact,
    type: opening.channel,
    title: opening.title,
    subject: opening.channel === 'email' ? opening.title : '',
    body: htmlOf(opening.text, details),
    url: opening.url ?? null,
    attachments: opening.file === undefined ? [] : [attach(random, opening.file, details)],
  });
  const { admin: adminId, colleague } = opening;
  return { workspace, random, row, contact, details, admin: adminId, colleague, now: at };
}

function castContact(workspace: Workspace, id: string): Contact {
  const contact = contacts(workspace).get(id);
  if (contact === undefined) throw new Error(`no contact ${id}`);
  return contact;
}
