import { isRecord } from '../../contract/contract.ts';
import { addPart } from '../../domain/conversations/add-part.ts';
import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor } from '../../domain/people/author-of.ts';
import { namedCompany } from '../../domain/people/find-company.ts';
import { assign } from '../../generic/assign.ts';
import type { Call, Routes } from '../../http/call.ts';
import type { Conversation } from '../../model/conversations.ts';

/** Changes that are no reply. */
export const updateRoutes: Routes = {
  'PUT /conversations/{conversation_id}': (call) => {
    const { body, params } = call;
    const conversation = namedConversation(call, params.conversation_id);
    if (body.company_id !== undefined) conversation.company_id = companyOf(call);
    if (isRecord(body.custom_attributes)) setAttributes(call, conversation, body.custom_attributes);
    assign(conversation, body, ['title', 'read']);
    conversation.updated_at = call.now;
    return renderConversation(call, conversation);
  },
};

function companyOf(call: Call): string | null {
  return call.body.company_id === null ? null : namedCompany(call, call.body.company_id).id;
}

/** Each attribute that becomes another leaves a part; null takes it away. */
function setAttributes(call: Call, conversation: Conversation, attributes: Readonly<Record<string, unknown>>): void {
  const { read } = conversation;
  const author = adminAuthor(tokenAdmin(call.workspace));
  for (const [name, value] of Object.entries(attributes)) {
    const previous = conversation.custom_attributes[name] ?? null;
    if (JSON.stringify(value) === JSON.stringify(previous)) continue;
    if (value === null) delete conversation.custom_attributes[name];
    else conversation.custom_attributes[name] = value;
    addPart(call, conversation, {
      part_type: 'conversation_attribute_updated_by_admin',
      author,
      event_details: { attribute: { name }, value: { name: shown(value) ?? '', previous: shown(previous) } },
    });
  }
  conversation.read = read;
}

function shown(value: unknown): string | null {
  return value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
