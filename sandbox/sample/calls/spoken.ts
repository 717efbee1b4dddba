import { plaintext } from '../../html/plaintext.ts';
import type { Line } from '../../model/calls.ts';
import type { Conversation } from '../../model/conversations.ts';
import { type Admin, admins, type Contact } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Who took the call that began a conversation: its assignee, else the first teammate who wrote in it, else the first of all. */
export function answeringAdmin(workspace: Workspace, { admin_assignee_id, parts }: Conversation): Admin | undefined {
  const author = parts.find(({ author: { type } }) => type === 'admin')?.author;
  const team = admins(workspace);
  return team.get(admin_assignee_id) ?? team.get(author?.id) ?? team.all()[0];
}

/** What was said in the call that began a conversation: the caller's part is what the conversation opens with. */
export function scriptOf({ source }: Conversation, admin: Admin | undefined): readonly string[] {
  const [, ...said] = plaintext(source.body).split('\n');
  return [
    `Fernhill support, this is ${admin?.name ?? 'the team'}. What can I do for you?`,
    said.join(' ').replace(/\s+/g, ' ').trim(),
    'Thank you, I have written that down. You will hear from us about it.',
  ];
}

/** A script as the lines of a transcript, a teammate and the caller by turns. */
export function spoken(
  script: readonly string[],
  admin: Admin | undefined,
  contact: Contact | undefined,
): readonly Line[] {
  let at = 2;
  return script.map((text, index) => {
    const speaker = index % 2 === 0 ? (admin?.name ?? 'Teammate') : (contact?.name ?? 'Caller');
    const line = { at, speaker, text };
    at += 3 + Math.ceil(text.length / 14);
    return line;
  });
}
