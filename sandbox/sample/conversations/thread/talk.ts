import { namedAdmin } from '../../../domain/people/admin-of.ts';
import { adminAuthor, contactAuthor } from '../../../domain/people/author-of.ts';
import type { Attachment, Conversation, Part } from '../../../model/conversations.ts';
import type { Contact } from '../../../model/people.ts';
import type { Random } from '../../../store/random.ts';
import type { Workspace } from '../../../store/workspace.ts';
import type { Details } from './details.ts';
import { emailed, type Quoted } from './email.ts';
import { htmlOf } from './html-template.ts';
import { addPart, type Happening } from './thread.ts';

/** A conversation while it is being told. */
export interface Talk {
  readonly workspace: Workspace;
  readonly random: Random;
  readonly row: Conversation;
  readonly contact: Contact;
  readonly details: Details;
  /** Admin id. */
  readonly admin: string;
  /** Id of an admin who helps now and then. */
  readonly colleague: string;
  /** Unix seconds; nothing may happen after the start of the workspace. */
  now: number;
  /** What a mail of the customer would quote. */
  answered?: Quoted;
}

/** Lets minutes pass; false where that would lead past the present, and nothing can happen any more. */
export function wait(talk: Talk, low: number, high: number): boolean {
  const later = talk.now + talk.random.between(low * 60, high * 60);
  if (later > talk.workspace.start - 60) return false;
  talk.now = later;
  return true;
}

/** Something happens now. */
export function happen(talk: Talk, happening: Omit<Happening, 'at'>): Part {
  return addPart(talk.workspace, talk.row, { ...happening, at: talk.now });
}

/** The customer writes; on a closed conversation that opens it again. */
export function customerSays(talk: Talk, text: string, attachments: Attachment[] = []): void {
  const author = contactAuthor(talk.contact);
  const type = talk.row.state === 'open' ? 'comment' : 'open';
  const html = htmlOf(text, talk.details);
  const quoted = talk.random.chance(0.4) ? talk.answered : undefined;
  const body = talk.row.source.type === 'email' ? emailed(talk.random, html, author, quoted) : html;
  happen(talk, { type, author, body, attachments });
}

/** The admin writes, and closes the conversation where `type` is `close`. */
export function adminSays(talk: Talk, text: string, type: 'comment' | 'close' = 'comment'): void {
  const author = adminAuthor(namedAdmin(talk.workspace, talk.admin));
  const body = htmlOf(text, talk.details);
  talk.answered = { author, body };
  happen(talk, { type, author, body });
}

/** A teammate leaves a note. */
export function noted(talk: Talk, text: string, by = talk.random.chance(0.4) ? talk.colleague : talk.admin): void {
  happen(talk, { type: 'note', author: adminAuthor(namedAdmin(talk.workspace, by)), body: htmlOf(text, talk.details) });
}
