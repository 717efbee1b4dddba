import type { Call } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type ConversationAttribute, conversationAttributes } from '../../model/data.ts';

/** The attribute of conversations that a path names by `id`; throws a Fault for an unknown one. */
export function namedAttribute({ workspace, params }: Call): ConversationAttribute {
  return existing(
    conversationAttributes(workspace).get(params.id),
    'Conversation attribute',
    'conversation_attribute_not_found',
  );
}

/** An attribute of conversations as answers have it. */
export function renderAttribute(attribute: ConversationAttribute): unknown {
  return {
    type: 'conversation_attribute',
    ...attribute,
  };
}
